/// Where post arrives, in France or abroad.
///
/// It is nearly always somebody's: it is never printed, dumped or interpolated.
public struct Address: Hashable, Sendable {
  /// The lines above the town: number and street, building, place.
  public var street: [String]
  /// The postcode; five digits in France.
  public var postcode: String
  /// The town.
  public var city: String
  /// The country, where it is not France.
  public var country: String?

  /// Describes an address.
  public init(street: [String], postcode: String, city: String, country: String? = nil) {
    self.street = street
    self.postcode = postcode
    self.city = city
    self.country = country
  }

  /// Whether nothing was written.
  public var isBlank: Bool {
    street.allSatisfy(\.isBlank) && postcode.isBlank && city.isBlank && (country?.isBlank ?? true)
  }
}

extension Address: Codable {
  private enum CodingKeys: String, CodingKey {
    case street, postcode, city, country
  }

  /// Reads an address; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      street: try container.decode([String].self, forKey: .street),
      postcode: try container.decode(String.self, forKey: .postcode),
      city: try container.decode(String.self, forKey: .city),
      country: try container.decodeIfPresent(String.self, forKey: .country)
    )
  }
}

extension Address: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `<address>`.
  public var description: String { "<address>" }
  /// Always `<address>`.
  public var debugDescription: String { "<address>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
