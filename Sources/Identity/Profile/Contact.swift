public import WorkflowKernel

/// How a citizen is reached: an e-mail address always, for the login and recovery; a telephone where they gave one.
public struct Contact: Hashable, Sendable {
  /// Where letters about access go.
  public let email: EmailAddress
  /// The telephone, where one was given.
  public let telephone: TelephoneNumber?
  /// What the citizen chose for news of their démarches (F01).
  public let preferred: Means

  /// A means of contact.
  public enum Means: String, Hashable, Codable, Sendable, CaseIterable {
    /// By e-mail.
    case email
    /// By telephone.
    case telephone
  }

  /// Describes how somebody is reached.
  ///
  /// - Throws: ``ProfileRefusal/telephoneMissing`` when the telephone is chosen and not given.
  public init(email: EmailAddress, telephone: TelephoneNumber? = nil, preferred: Means = .email) throws(ProfileRefusal)
  {
    if preferred == .telephone, telephone == nil { throw .telephoneMissing }
    self.email = email
    self.telephone = telephone
    self.preferred = preferred
  }

  /// This contact, its address checked again unless it is the one known already.
  ///
  /// - Throws: ``ProfileRefusal/invalidEmail``.
  func checked(against known: Contact) throws(ProfileRefusal) -> Contact {
    if email == known.email { return self }
    return try Contact(email: EmailAddress(email.address.value), telephone: telephone, preferred: preferred)
  }

  /// Where news of démarches go.
  public var point: ContactPoint {
    switch (preferred, telephone) {
    case (.telephone, let telephone?): .telephone(telephone.number)
    case (.telephone, nil), (.email, _): .email(email.address)
    }
  }
}

extension Contact: Codable {
  private enum CodingKeys: CodingKey { case email, telephone, preferred }

  /// Reads a contact; an impossible one is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      email: try container.decode(EmailAddress.self, forKey: .email),
      telephone: try container.decodeIfPresent(TelephoneNumber.self, forKey: .telephone),
      preferred: try container.decode(Means.self, forKey: .preferred))
  }
}

/// A telephone number: digits, with a leading `+` where it is international.
public struct TelephoneNumber: Hashable, Sendable {
  /// The number without separators.
  public let number: Personal<String>

  /// Checks a number as people write it, with spaces, dots or hyphens.
  ///
  /// - Throws: ``ProfileRefusal/invalidTelephone``.
  public init(_ typed: String) throws(ProfileRefusal) {
    guard typed.utf8.count <= 256 else { throw .invalidTelephone }
    let compact = String(typed.filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
    let digits = compact.hasPrefix("+") ? compact.dropFirst() : compact[...]
    guard (6...15).contains(digits.count), digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .invalidTelephone
    }
    number = Personal(compact)
  }
}

extension TelephoneNumber: Codable {
  /// Reads a number, and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }
  /// Writes the number.
  public func encode(to encoder: any Encoder) throws { try number.encode(to: encoder) }
}
