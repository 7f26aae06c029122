public import CivilTime
public import WorkflowKernel

/// A registration while it is filled, tab by tab (F03): a value that the host keeps from one page to the next.
///
/// Tabs may be filled in any order, left incomplete and returned to. Passwords and answers are in it only as hashes.
public struct RegistrationForm: Codable, Hashable, Sendable {
  /// Who registers.
  public var identity = IdentityTab()
  /// How they are reached.
  public var contact = ContactTab()
  /// The members they declare, one "Sauver" each; may stay empty.
  public var household: [HouseholdEdit] = []
  /// How they will sign in; made by ``Registration/access(_:question:answer:form:)``.
  public var access: AccessTab?

  /// An empty form.
  public init() {}

  /// The tabs, in their order.
  public enum Tab: String, Name {
    /// Who registers.
    case identity
    /// How they are reached.
    case contact
    /// The members they declare.
    case household
    /// How they will sign in.
    case access
  }

  /// Who registers, as typed so far.
  public struct IdentityTab: Codable, Hashable, Sendable {
    /// The first name.
    public var firstName = Personal("")
    /// The last name.
    public var lastName = Personal("")
    /// The birth date, if given.
    public var birthDate: Personal<CivilDate>?
    /// The postal address, if given.
    public var address: PostalAddress?
  }

  /// How somebody is reached, as typed so far.
  public struct ContactTab: Codable, Hashable, Sendable {
    /// The e-mail address, to which the login will be mailed.
    public var email = Personal("")
    /// The telephone number, if given.
    public var telephone = Personal("")
    /// The chosen means of contact.
    public var preferred = Contact.Means.email
  }

  /// How somebody will sign in, hashed.
  public struct AccessTab: Codable, Hashable, Sendable {
    /// The hashed password.
    public let password: PasswordHash
    /// The chosen question.
    public let question: RecoveryQuestion
    /// The hashed answer.
    public let answer: PasswordHash
    /// The name that the password was judged against, where there was one.
    let judgedName: PersonName?
    /// The e-mail address that the answer was judged against, where there was one.
    let judgedEmail: EmailAddress?
  }
}

extension RegistrationForm {
  private enum CodingKeys: CodingKey { case identity, contact, household, access }

  /// Reads a form; what an error says shows nothing of it (F15).
  public init(from decoder: any Decoder) throws {
    do {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      identity = try container.decode(IdentityTab.self, forKey: .identity)
      contact = try container.decode(ContactTab.self, forKey: .contact)
      household = try container.decode([HouseholdEdit].self, forKey: .household)
      access = try container.decodeIfPresent(AccessTab.self, forKey: .access)
    } catch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "not a registration form"))
    }
  }
}
