public import Foundation

/// What submitting a démarche makes, once and for good.
public struct Filing: Hashable, Codable, Sendable {
  private let shared: Shared<Facts>

  private struct Facts: Hashable, Codable, Sendable {
    let number: RequestNumber
    let received: Date
    let identity: ApplicantIdentity
    let addressee: Addressee
    let visitorCode: Digest?
    let captcha: String?
  }

  init(
    number: RequestNumber, received: Date, identity: ApplicantIdentity, addressee: Addressee, visitorCode: Digest?,
    captcha: String?
  ) {
    shared = Shared(
      Facts(
        number: number, received: received, identity: identity, addressee: addressee, visitorCode: visitorCode,
        captcha: captcha))
  }

  /// The number that the applicant was given.
  public var number: RequestNumber { shared.value.number }
  /// When the town received the démarche.
  public var received: Date { shared.value.received }
  /// Who the applicant says they are.
  public var identity: ApplicantIdentity { shared.value.identity }
  /// Where messages go.
  public var addressee: Addressee { shared.value.addressee }
  /// What is kept of a visitor's secret code; `nil` where the applicant has an account.
  public var visitorCode: Digest? { shared.value.visitorCode }
  /// The captcha that a visitor solved: one serves one démarche.
  var captcha: String? { shared.value.captcha }

  /// Reads what submitting made.
  public init(from decoder: any Decoder) throws { shared = Shared(try decoder.decodeWhole(Facts.self)) }
  /// Writes what submitting made.
  public func encode(to encoder: any Encoder) throws { try shared.encode(to: encoder) }
}

/// Who an applicant says they are: enough to write to the administration (CRPA R112-9-1).
public struct ApplicantIdentity: Hashable, Codable, Sendable {
  /// The last name.
  public let lastName: Personal<String>
  /// The first name.
  public let firstName: Personal<String>

  /// States an identity.
  ///
  /// - Throws: ``InvalidIdentity`` when a name is blank, longer than 100 characters, or would break the line on which
  ///   it is printed.
  public init(lastName: String, firstName: String) throws(InvalidIdentity) {
    let names = [lastName, firstName].map(\.tidied)
    for name in names {
      guard !name.isBlank, !name.isLonger(than: 100), !name.unicodeScalars.contains(where: \.isUnprintable) else {
        throw InvalidIdentity()
      }
    }
    self.lastName = Personal(names[0])
    self.firstName = Personal(names[1])
  }

  /// Reads an identity, and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      lastName: try container.decode(String.self, forKey: .lastName),
      firstName: try container.decode(String.self, forKey: .firstName))
  }

  private enum CodingKeys: CodingKey { case lastName, firstName }
}

/// A name is blank, longer than 100 characters, or unprintable.
public struct InvalidIdentity: ExplainableRefusal {
  /// The stable code.
  public var code: String { "applicant.invalid-identity" }
}

/// What an applicant sends with the draft.
public struct Submission: Hashable, Codable, Sendable {
  /// The number to give, drawn or counted by the host; unique in its store.
  public let number: Drawn<RequestNumber>
  /// Who the applicant says they are.
  public let identity: ApplicantIdentity
  /// What somebody without an account adds.
  public let visitor: VisitorSubmission?
  /// The members of the household today, as the host knows them; `nil` where they have not changed since the last time.
  public let household: Drawn<[KnownMember]>?

  /// Describes what is sent.
  public init(
    number: RequestNumber, identity: ApplicantIdentity, visitor: VisitorSubmission? = nil,
    household: [KnownMember]? = nil
  ) {
    self.number = Drawn(number)
    self.identity = identity
    self.visitor = visitor
    self.household = household.map { Drawn($0) }
  }
}

extension ContactPoint {
  /// The address or the number in the form in which it is kept; `nil` where no message would arrive.
  ///
  /// A mistyped one is found before the number and the code get lost.
  var kept: ContactPoint? {
    switch self {
    case .email(let address): EmailAddress(address.value).map { .email(Personal($0.text)) }
    case .telephone(let number): Telephone(number.value).map { .telephone(Personal($0.e164)) }
    }
  }
}

/// What somebody without an account sends besides: where to reach them, and the proof of being no robot.
public struct VisitorSubmission: Hashable, Codable, Sendable {
  /// Where messages go.
  public let contact: ContactPoint
  /// Names the captcha that the host's port has verified for this submission.
  public let solvedCaptcha: Drawn<String>
  /// The hash of the secret code that the applicant is given.
  public let codeHash: Drawn<Digest>

  /// Describes what is sent.
  public init(contact: ContactPoint, solvedCaptcha: String, codeHash: Digest) {
    self.contact = contact
    self.solvedCaptcha = Drawn(solvedCaptcha)
    self.codeHash = Drawn(codeHash)
  }
}
