import WorkflowKernel

/// The results that a scenario has given a name: `$name.field` stands for a field of one.
struct SavedResults {
  private var results: [String: JSONValue] = [:]

  mutating func keep(_ result: JSONValue, as name: String) { results[name] = result }

  func fill(_ values: [String: JSONValue]) throws(LineFault) -> [String: JSONValue] {
    var filled: [String: JSONValue] = [:]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { filled[name] = try fill(value) }
    return filled
  }

  /// A text that may be a reference to one.
  func fill(_ text: String) throws(LineFault) -> String {
    guard case .string(let found) = try fill(JSONValue.string(text)) else {
      throw .unknownThing("La référence", text)
    }
    return found
  }

  /// Only a text that is a reference and nothing else is replaced.
  private func fill(_ value: JSONValue) throws(LineFault) -> JSONValue {
    guard case .string(let text) = value, text.hasPrefix("$") else { return value }
    let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isLetterOrDigit) }) else { return value }
    guard case .object(let result) = results[parts[0]], let found = result[parts[1]] else {
      throw .unknownThing("La référence", text)
    }
    return found
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
