/// Where an address may lie.
public enum AddressArea: String, CaseIterable, Hashable, Codable, Sendable {
  /// In France: the country is not asked, the postcode is checked.
  case france
  /// Anywhere: an address abroad names its country.
  case anywhere
}
