/// Who may ask for a procedure (F20).
public enum Access: String, CaseIterable, Hashable, Codable, Sendable {
  /// Anybody, with an account or without.
  case anonymous
  /// The holder of an account: "Ce service nécessite d'avoir un compte".
  case accountRequired
}

/// Whom a case of a procedure may concern (F21).
public enum SubjectRule: String, CaseIterable, Hashable, Codable, Sendable {
  /// Nobody of the household.
  case none
  /// One adult of the household.
  case adult
  /// One child of the household.
  case child
  /// One member of the household.
  case anyMember
  /// The household as a whole.
  case household
}

/// What a member of a household is.
public enum MemberKind: String, CaseIterable, Hashable, Codable, Sendable {
  /// An adult.
  case adult
  /// A child, born or not.
  case child
}

/// Which members of the household a field accepts.
public enum MemberRule: String, CaseIterable, Hashable, Codable, Sendable {
  /// Adults.
  case adult
  /// Children.
  case child
  /// Everybody.
  case any

  /// Whether a member of this kind is accepted.
  public func admits(_ kind: MemberKind) -> Bool {
    switch self {
    case .adult: kind == .adult
    case .child: kind == .child
    case .any: true
    }
  }
}

/// A member of the applicant's household, as far as a procedure needs to know.
public struct KnownMember: Hashable, Codable, Sendable {
  /// Who it is.
  public let id: MemberID
  /// What they are.
  public let kind: MemberKind

  /// Describes a member.
  public init(id: MemberID, kind: MemberKind) {
    self.id = id
    self.kind = kind
  }
}
