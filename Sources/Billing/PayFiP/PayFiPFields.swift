import CivilTime
import Foundation

/// The fields of an answer, read one by one and strictly.
struct PayFiPFields {
  private let values: [String: String]

  /// Names are compared without regard to case: `idOp` and `idop` are both seen.
  ///
  /// - Throws: ``PayFiPProblem/repeated(_:)`` for a name in two spellings, of which neither can be believed.
  init(_ values: [String: String]) throws(PayFiPProblem) {
    var fields: [String: String] = [:]
    for name in values.keys.sorted() {
      let plain = name.lowercased()
      guard fields.updateValue(values[name] ?? "", forKey: plain) == nil else { throw .repeated(plain) }
    }
    self.values = fields
  }

  func required(_ name: String) throws(PayFiPProblem) -> String {
    guard let value = values[name], !value.isEmpty else { throw .missing(name) }
    return value
  }

  var reference: PaymentReference {
    get throws(PayFiPProblem) {
      let text = try required("refdet")
      guard let reference = try? PaymentReference(text) else { throw .invalidReference }
      return reference
    }
  }

  var mode: GatewayContract.Mode {
    get throws(PayFiPProblem) {
      let text = try required("saisie")
      guard let mode = GatewayContract.Mode.allCases.first(where: { $0.saisie == text }) else { throw .unknownMode }
      return mode
    }
  }

  /// Whole cents, digits only: no sign, no separator, no rounding.
  var amount: Money {
    get throws(PayFiPProblem) {
      let text = try required("montant")
      guard Self.isDigits(text), let cents = Int(text) else { throw .invalidAmount }
      return Money(cents: cents)
    }
  }

  /// The day (ddMMyyyy) and time (HHmm) of the payment; `nil` when either is missing or garbage, as happens.
  func instant(in zone: CivilZone) -> Date? {
    guard let day = numbers(in: "dattrans", widths: [2, 2, 4]), let time = numbers(in: "heurtrans", widths: [2, 2]),
      let date = try? CivilDate(year: day[2], month: day[1], day: day[0]),
      let hour = try? TimeOfDay(hour: time[0], minute: time[1])
    else { return nil }
    return zone.instant(of: date, at: hour)
  }

  private func numbers(in name: String, widths: [Int]) -> [Int]? {
    guard var rest = values[name].map({ Substring($0) }), Self.isDigits(String(rest)),
      rest.utf8.count == widths.reduce(0, +)
    else { return nil }
    return widths.compactMap { width in
      defer { rest = rest.dropFirst(width) }
      return Int(rest.prefix(width))
    }
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
