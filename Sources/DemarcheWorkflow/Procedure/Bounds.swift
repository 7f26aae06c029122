/// The smallest and the largest acceptable value, both included; a missing one does not bound.
///
/// Unlike a range it can be read reversed from data, so that the ``Catalogue`` says where instead of trapping.
public struct Bounds<Value> {
  /// The smallest acceptable value.
  public var min: Value?
  /// The largest acceptable value.
  public var max: Value?

  /// Describes bounds.
  public init(min: Value? = nil, max: Value? = nil) {
    self.min = min
    self.max = max
  }
}

extension Bounds: Sendable where Value: Sendable {}
extension Bounds: Equatable where Value: Equatable {}
extension Bounds: Hashable where Value: Hashable {}

private enum BoundsKeys: String, CodingKey {
  case min, max
}

extension Bounds: Decodable where Value: Decodable {
  /// Reads `{"min": 1, "max": 5}`, either of which may be left out; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: BoundsKeys.self)
    self.init(
      min: try container.decodeIfPresent(Value.self, forKey: .min),
      max: try container.decodeIfPresent(Value.self, forKey: .max)
    )
  }
}

extension Bounds: Encodable where Value: Encodable {
  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: BoundsKeys.self)
    try container.encodeIfPresent(min, forKey: .min)
    try container.encodeIfPresent(max, forKey: .max)
  }
}
