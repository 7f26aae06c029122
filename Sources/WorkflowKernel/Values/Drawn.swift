/// A value drawn by the server for one order: random bits, an identifier, a salted hash.
///
/// It is not part of what was asked: two servers that receive the same order draw different values, and the order is
/// still the same. So it does not count in a ``Fingerprint``.
public struct Drawn<Value> {
  /// The value.
  public let value: Value

  /// Wraps a value.
  public init(_ value: Value) {
    self.value = value
  }
}

extension Drawn: Sendable where Value: Sendable {}
extension Drawn: Equatable where Value: Equatable {}
extension Drawn: Hashable where Value: Hashable {}

extension Drawn: Encodable where Value: Encodable {
  /// Encodes the value alone, and nothing into a fingerprint; an error shows nothing of it.
  public func encode(to encoder: any Encoder) throws {
    if encoder is FingerprintEncoder { return }
    // Through the container, so that an encoder writes dates, data and addresses its own way.
    do {
      var container = encoder.singleValueContainer()
      try container.encode(value)
    } catch is EncodingError {
      throw EncodingError.hidden(in: encoder)
    }
  }
}

extension Drawn: Decodable where Value: Decodable {
  /// Decodes the value alone; an error shows nothing of it.
  public init(from decoder: any Decoder) throws {
    do {
      self.init(try decoder.singleValueContainer().decode(Value.self))
    } catch is DecodingError {
      throw DecodingError.hidden(in: decoder)
    }
  }
}

extension Drawn: CustomStringConvertible, CustomReflectable {
  /// Always `<drawn>`: random values are often secrets.
  public var description: String { "<drawn>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
