/// Why something was not done, as a value: a stable code for programs, arguments for the sentence people read.
public protocol ExplainableRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The stable code, such as `basket.other-regie`; wordings are found by it.
  var code: String { get }
  /// What fills `{0}`, `{1}`… of the sentence.
  var arguments: [Personal<String>] { get }
  /// Every single reason, where there are several.
  var reasons: [RefusalReason] { get }
}

extension ExplainableRefusal {
  /// Nothing to fill in.
  public var arguments: [Personal<String>] { [] }
  /// No reason beyond the refusal itself.
  public var reasons: [RefusalReason] { [] }
  /// The codes, for operators; no personal datum.
  public var description: String {
    reasons.isEmpty ? code : code + " (" + reasons.map(\.description).joined(separator: ", ") + ")"
  }
}

/// One reason among several: its code, what it is about, what fills its sentence.
public struct RefusalReason: Hashable, Sendable, CustomStringConvertible {
  /// The stable code; wordings are found by it.
  public let code: String
  /// What the reason is about, such as the key of a field.
  public let place: String?
  /// What fills `{0}`, `{1}`… of the sentence.
  public let arguments: [Personal<String>]

  /// Describes a reason.
  public init(_ code: String, at place: String? = nil, arguments: [Personal<String>] = []) {
    self.code = code
    self.place = place
    self.arguments = arguments
  }

  /// The code and the place, for operators; no personal datum.
  public var description: String { place.map { "\($0): \(code)" } ?? code }
}
