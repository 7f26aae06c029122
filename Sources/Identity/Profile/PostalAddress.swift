public import WorkflowKernel

/// Where somebody lives, as an envelope shows it.
public struct PostalAddress: Hashable, Codable, Sendable {
  /// Number and street.
  public let street: Personal<String>
  /// The postal code, which may be a foreign one.
  public let postalCode: Personal<String>
  /// The town.
  public let town: Personal<String>

  /// Tidies three lines.
  ///
  /// - Throws: ``ProfileRefusal/incompleteAddress`` when one is blank, ``ProfileRefusal/invisibleCharacter``,
  ///   ``ProfileRefusal/tooLong``.
  public init(street: String, postalCode: String, town: String) throws(ProfileRefusal) {
    guard [street, postalCode, town].allSatisfy({ !$0.isBlank }) else { throw .incompleteAddress }
    self.street = Personal(try street.checkedLine())
    self.postalCode = Personal(try postalCode.checkedLine())
    self.town = Personal(try town.checkedLine())
  }

  /// The same lines, checked as if they were typed: a decoded address is only read.
  func checked() throws(ProfileRefusal) -> PostalAddress {
    try PostalAddress(street: street.value, postalCode: postalCode.value, town: town.value)
  }
}
