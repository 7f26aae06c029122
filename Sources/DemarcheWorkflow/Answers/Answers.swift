/// What was answered to a form, by field.
public struct Answers: Hashable, Sendable {
  private var byField: [FieldKey: FieldAnswer]

  /// Collects answers.
  public init(_ byField: [FieldKey: FieldAnswer] = [:]) {
    self.byField = byField
  }

  init(capacity: Int) {
    byField = Dictionary(minimumCapacity: capacity)
  }

  /// The answer to a field.
  public subscript(key: FieldKey) -> FieldAnswer? {
    get { byField[key] }
    set { byField[key] = newValue }
  }

  /// How many fields are answered.
  public var count: Int { byField.count }
  /// Whether nothing is answered.
  public var isEmpty: Bool { byField.isEmpty }
  /// The fields answered, sorted.
  public var keys: [FieldKey] { byField.keys.sorted() }

  /// The answers to some fields alone.
  func only(_ fields: [FieldKey]) -> Answers { Answers(byField.filter { fields.contains($0.key) }) }

  /// These answers with the other ones in the place of their own.
  public func merging(_ other: Answers) -> Answers {
    Answers(byField.merging(other.byField) { _, new in new })
  }
}

extension Answers: ExpressibleByDictionaryLiteral {
  /// Collects the answers of a literal; of a field written twice, the last.
  public init(dictionaryLiteral elements: (FieldKey, FieldAnswer)...) {
    self.init(Dictionary(elements) { _, last in last })
  }
}

extension Answers: Codable {
  /// Reads an object of answers by field.
  public init(from decoder: any Decoder) throws {
    self.init(try [FieldKey: FieldAnswer](from: decoder))
  }

  /// Writes an object of answers by field.
  public func encode(to encoder: any Encoder) throws {
    try byField.encode(to: encoder)
  }
}

extension Answers: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<answers>`.
  public var description: String { "<answers>" }
  /// Always `<answers>`.
  public var debugDescription: String { "<answers>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
