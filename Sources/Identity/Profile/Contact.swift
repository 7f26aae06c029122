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

/// An e-mail address; its domain in lower case, everything else as typed.
public struct EmailAddress: Hashable, Sendable {
  /// The address.
  public let address: Personal<String>

  /// Checks the form of an address: whether somebody reads it, only a letter can tell.
  ///
  /// - Throws: ``ProfileRefusal/invalidEmail``.
  public init(_ typed: String) throws(ProfileRefusal) {
    let parts = typed.tidied.split(separator: "@", omittingEmptySubsequences: false)
    // A blank or a control character inside could carry another header into a letter.
    let isClean = typed.tidied.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }
    guard parts.count == 2, isClean, typed.utf8.count <= 254, let local = parts.first, let domain = parts.last,
      !local.isEmpty, domain.contains("."), !domain.hasPrefix("."), !domain.hasSuffix(".")
    else { throw .invalidEmail }
    address = Personal(local + "@" + domain.lowercased())
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
    let compact = String(typed.filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
    let digits = compact.hasPrefix("+") ? compact.dropFirst() : compact[...]
    guard (6...15).contains(digits.count), digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .invalidTelephone
    }
    number = Personal(compact)
  }
}

extension EmailAddress: Codable {
  /// Reads an address, and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }
  /// Writes the address.
  public func encode(to encoder: any Encoder) throws { try address.encode(to: encoder) }
}

extension TelephoneNumber: Codable {
  /// Reads a number, and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(try decoder.singleValueContainer().decode(String.self))
  }
  /// Writes the number.
  public func encode(to encoder: any Encoder) throws { try number.encode(to: encoder) }
}
