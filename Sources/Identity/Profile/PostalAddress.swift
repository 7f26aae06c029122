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
  /// - Throws: ``ProfileRefusal/incompleteAddress`` when one is blank.
  public init(street: String, postalCode: String, town: String) throws(ProfileRefusal) {
    let lines = [street.tidied, postalCode.tidied, town.tidied]
    guard lines.allSatisfy({ !$0.isEmpty }) else { throw .incompleteAddress }
    self.street = Personal(lines[0])
    self.postalCode = Personal(lines[1])
    self.town = Personal(lines[2])
  }
}
