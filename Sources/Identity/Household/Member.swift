public import CivilTime
public import WorkflowKernel

extension MemberID {
  /// The holder of the account, in every account.
  public static let holder = MemberID("holder")
}

/// An adult of a household.
public struct Adult: Hashable, Codable, Sendable {
  /// Which member it is.
  public let id: MemberID
  /// The name.
  public let name: PersonName
  /// The birth date, where it was given.
  public let birthDate: Personal<CivilDate>?

  /// Describes an adult.
  public init(id: MemberID, name: PersonName, birthDate: Personal<CivilDate>? = nil) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
  }
}

/// A child of a household, born or expected.
public struct Child: Hashable, Codable, Sendable {
  /// Which member it is.
  public let id: MemberID
  /// Who the child is, or when it is expected.
  public let birth: Birth
  /// The adults who are legally responsible, 1 to 3 in a household.
  public let responsibles: [MemberID]

  /// Whether the child is born.
  public enum Birth: Hashable, Codable, Sendable {
    /// The child is born and has a name.
    case born(name: PersonName, on: Personal<CivilDate>)
    /// The child is expected.
    case expected(on: Personal<CivilDate>?)
  }

  /// Describes a child; a household checks the responsibles.
  public init(id: MemberID, birth: Birth, responsibles: [MemberID]) {
    self.id = id
    self.birth = birth
    self.responsibles = responsibles
  }
}

/// A member as lists and démarches see them.
public enum Member: Hashable, Sendable {
  /// An adult.
  case adult(Adult)
  /// A child.
  case child(Child)

  /// Which member it is.
  public var id: MemberID {
    switch self {
    case .adult(let adult): adult.id
    case .child(let child): child.id
    }
  }

  /// The name; an unborn child has none.
  public var name: PersonName? {
    switch self {
    case .adult(let adult): adult.name
    case .child(let child): child.name
    }
  }

  /// The birth date, or the day it is expected.
  public var birthDate: Personal<CivilDate>? {
    switch self {
    case .adult(let adult): adult.birthDate
    case .child(let child):
      switch child.birth {
      case .born(_, let date): date
      case .expected(let date): date
      }
    }
  }

  /// What screens call the member.
  public var displayName: Personal<String> { name?.full ?? Personal("enfant à naître") }
}

extension Child {
  /// The name; an unborn child has none.
  public var name: PersonName? {
    switch birth {
    case .born(let name, _): name
    case .expected: nil
    }
  }

  /// What a sentence calls the child after « l’enfant ».
  var nameAfterEnfant: Personal<String> { name?.full ?? Personal("à naître") }
  /// What a sentence calls the child after « de ».
  var nameAfterDe: Personal<String> { name?.full ?? Personal("l’enfant à naître") }
}
