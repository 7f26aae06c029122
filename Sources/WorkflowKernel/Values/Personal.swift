/// A name, an address, a secret: kept out of every print, dump, interpolation and log.
///
/// The content is reached only through ``value``, so that each place where it leaves the wrapper is found by
/// searching for it. It encodes exactly as its content: what protects stored data is the store.
public struct Personal<Value> {
  /// The content, for the code that needs it.
  public let value: Value

  /// Wraps a content.
  public init(_ value: Value) {
    self.value = value
  }
}

extension Personal: Sendable where Value: Sendable {}
extension Personal: Equatable where Value: Equatable {}
extension Personal: Hashable where Value: Hashable {}

extension Personal: Encodable where Value: Encodable {
  /// Encodes the content alone; an error shows nothing of it.
  public func encode(to encoder: any Encoder) throws {
    // Through the container, so that an encoder writes dates, data and addresses its own way.
    do {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    } catch is EncodingError {
      throw EncodingError.hidden(in: encoder)
    }
  }
}

extension Personal: Decodable where Value: Decodable {
  /// Decodes the content alone; an error shows nothing of it.
  public init(from decoder: any Decoder) throws {
    do {
      self.init(try decoder.singleValueContainer().decode(Value.self))
    } catch is DecodingError {
      throw DecodingError.hidden(in: decoder)
    }
  }
}

extension Personal: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<personal>`.
  public var description: String { "<personal>" }
  /// Always `<personal>`.
  public var debugDescription: String { "<personal>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
