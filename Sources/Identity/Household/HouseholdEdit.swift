public import WorkflowKernel

/// One change of the members of a household.
public enum HouseholdEdit: Hashable, Codable, Sendable {
  /// Another adult comes.
  case addAdult(Adult)
  /// A child comes, or is expected.
  case addChild(Child)
  /// An adult's data change; the holder's too.
  case changeAdult(Adult)
  /// A child's data change: it is born, its responsibles are others.
  case changeChild(Child)
  /// A member goes.
  case remove(MemberID)
}

extension HouseholdEdit {
  /// The member whose data come in, and their name, where they have one.
  fileprivate var named: (id: MemberID, name: PersonName)? {
    switch self {
    case .addAdult(let adult), .changeAdult(let adult): (adult.id, adult.name)
    case .addChild(let child), .changeChild(let child): child.name.map { (child.id, $0) }
    case .remove: nil
    }
  }
}

extension Household {
  /// This household after a change that somebody asks for.
  ///
  /// A name that comes in is checked as if it were typed: a decoded one is only read. One that was taken under older
  /// rules stays as it is.
  ///
  /// - Throws: ``AccountRefusal/profile(_:)``, ``AccountRefusal/household(_:)``.
  func admitting(_ edit: HouseholdEdit) throws(AccountRefusal) -> Household {
    if let named = edit.named, member(named.id)?.name != named.name {
      do throws(ProfileRefusal) {
        _ = try PersonName(first: named.name.first.value, last: named.name.last.value)
      } catch {
        throw .profile(error)
      }
    }
    do throws(HouseholdRefusal) {
      return try applying(edit)
    } catch {
      throw .household(error)
    }
  }
}

/// Why a household stays as it is, in the order in which it is looked at.
@nonexhaustive
public enum HouseholdRefusal: ExplainableRefusal {
  /// The identifier is already a member's.
  case alreadyMember
  /// No member has this identifier.
  case unknownMember
  /// The responsible adult is the holder, who leaves only with the account itself.
  case responsibleLeavesLast(Personal<String>)
  /// The member is the only responsible of a child.
  case onlyResponsible(Personal<String>, of: Personal<String>)
  /// The child has no responsible, or more than three.
  case responsiblesCount(Personal<String>)
  /// A responsible of the child stands twice, or is no adult of the household.
  case unknownResponsible(Personal<String>)

  /// The stable code.
  public var code: String {
    switch self {
    case .alreadyMember: "household.already-member"
    case .unknownMember: "household.unknown-member"
    case .responsibleLeavesLast: "household.responsible-leaves-last"
    case .onlyResponsible: "household.only-responsible"
    case .responsiblesCount: "household.responsibles-count"
    case .unknownResponsible: "household.unknown-responsible"
    }
  }

  /// The names that the sentence shows to the citizen.
  public var arguments: [Personal<String>] {
    switch self {
    case .alreadyMember, .unknownMember: []
    case .responsibleLeavesLast(let name), .responsiblesCount(let name), .unknownResponsible(let name): [name]
    case .onlyResponsible(let adult, let child): [adult, child]
    }
  }
}
