/// What a client gives with an order so that sending it again is harmless: 1 to 255 bytes of UTF-8, one for each order.
public struct RequestKey: Hashable, Sendable {
  /// The text of the key.
  public let rawValue: String

  /// Checks a key.
  public init(_ text: String) throws(InvalidRequestKey) {
    guard (1...255).contains(text.utf8.count) else { throw InvalidRequestKey() }
    rawValue = text
  }
}

/// A request key is empty or longer than 255 bytes.
public struct InvalidRequestKey: ExplainableRefusal {
  /// The stable code.
  public var code: String { "request.invalid-key" }
}

extension RequestKey: Codable {
  /// Reads a key, and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(try container.decode(String.self))
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
