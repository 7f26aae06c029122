/// What a state knows of submitting: a ``Filing`` where there is one, `Filing?` where there may be one, `Never?` before.
public protocol FilingFact: Hashable, Codable, Sendable {
  /// What submitting made; `nil` where nothing was submitted.
  var filing: Filing? { get }
}

extension Filing: FilingFact {
  /// This.
  public var filing: Filing? { self }
}

extension Never: FilingFact {
  /// There is none.
  public var filing: Filing? { nil }
}

extension Optional: FilingFact where Wrapped: FilingFact {
  /// What submitting made, if anything was submitted.
  public var filing: Filing? { flatMap(\.filing) }
}
