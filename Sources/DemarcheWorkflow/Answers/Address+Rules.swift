extension Address {
  /// The address as it is kept: each part tidied, blank lines left out, the country only where it is another than France.
  var tidied: Address {
    let country = isFrench ? nil : country?.tidied
    return Address(
      street: Array(street.lazy.map(\.tidied).filter { !$0.isEmpty }.prefix(Self.linesMax + 1)),
      postcode: (isFrench ? Postcode(postcode)?.text : nil) ?? postcode.tidied,
      city: city.tidied,
      country: country
    )
  }

  /// Whether the address lies in France.
  public var isFrench: Bool {
    guard let country else { return true }
    return country.isBlank || country.tidied.lowercased() == "france"
  }

  /// Whether post would arrive there, of an address already tidied.
  func isComplete(in area: AddressArea) -> Bool {
    switch area {
    case .france: isFrench && isDeliverable && Postcode(postcode) != nil
    case .anywhere: isDeliverable && (!isFrench || Postcode(postcode) != nil)
    }
  }

  private var isDeliverable: Bool {
    (1...Self.linesMax).contains(street.count) && street.allSatisfy(Self.isLine)
      && Self.isLine(city) && (postcode.isEmpty || Self.isLine(postcode)) && (country.map(Self.isLine) ?? true)
  }

  private static func isLine(_ text: String) -> Bool {
    guard (1...lineLengthMax * 4).contains(text.utf8.count) else { return false }
    return text.unicodeScalars.count <= lineLengthMax && !text.unicodeScalars.contains(where: \.isUnprintable)
  }

  /// A postal address has six lines: name, four for the place, postcode with town (NF Z10-011).
  private static let linesMax = 4
  /// The norm says 38; addresses abroad are longer.
  private static let lineLengthMax = 60
}
