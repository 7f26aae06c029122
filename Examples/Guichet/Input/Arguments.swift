import CivilTime
import Foundation
import WorkflowKernel

/// The fields of a line, checked against those of its order: all that is wrong is told at once.
struct Arguments: Sendable {
  private let values: [String: JSONValue]

  init(_ values: [String: JSONValue], for fields: [Field]) throws(LineFault) {
    var reasons: [RefusalReason] = []
    func report(_ code: String, _ name: String, _ more: String...) {
      reasons.append(RefusalReason(code, field: name, more))
    }
    for field in fields {
      switch values[field.name] {
      case .none, .null: if field.isRequired { report("line.missing-field", field.name) }
      case .some(let value): if !field.kind.takes(value) { report("line.wrong-type", field.name, field.kind.rawValue) }
      }
    }
    let known = Set(fields.map(\.name))
    for name in values.keys.sorted() where !known.contains(name) { report("line.unknown-field", name) }
    guard reasons.isEmpty else { throw .fields(reasons) }
    self.values = values
  }

  subscript(name: String) -> JSONValue? { values[name] == .null ? nil : values[name] }

  func string(_ name: String) throws(LineFault) -> String { try need(optionalString(name), name) }
  func integer(_ name: String) throws(LineFault) -> Int { try need(optionalInteger(name), name) }
  func day(_ name: String) throws(LineFault) -> CivilDate { try need(optionalDay(name), name) }
  func object(_ name: String) throws(LineFault) -> [String: JSONValue] { try need(optionalObject(name), name) }

  func optionalString(_ name: String) -> String? {
    if case .string(let text) = values[name] { text } else { nil }
  }

  func optionalInteger(_ name: String) -> Int? {
    if case .integer(let number) = values[name] { number } else { nil }
  }

  func optionalDay(_ name: String) -> CivilDate? {
    optionalString(name).flatMap { try? CivilDate(iso: $0) }
  }

  func optionalObject(_ name: String) -> [String: JSONValue]? {
    if case .object(let object) = values[name] { object } else { nil }
  }

  func flag(_ name: String) -> Bool {
    if case .bool(let flag) = values[name] { flag } else { false }
  }

  func strings(_ name: String) -> [String] {
    guard case .array(let values) = values[name] else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  func wrongValue(_ name: String) -> LineFault { .field("line.wrong-value", name) }

  private func need<Value>(_ value: Value?, _ name: String) throws(LineFault) -> Value {
    guard let value else { throw .field("line.missing-field", name) }
    return value
  }
}
