import WorkflowKernel

/// The members declared by the holder of an account: one responsible adult, other adults, children (F09).
///
/// Every value of this type keeps the rules: the holder is the one responsible adult, each child has 1 to 3
/// responsibles who are adults of the household, no identifier stands twice.
public struct Household: Hashable, Sendable {
  /// The holder of the account.
  public private(set) var responsible: Adult
  /// The other adults, in the order of their declaration.
  public private(set) var adults: [Adult]
  /// The children, in the order of their declaration.
  public private(set) var children: [Child]

  /// A household of one.
  public init(responsible name: PersonName) {
    responsible = Adult(id: .holder, name: name)
    adults = []
    children = []
  }

  /// Everybody, adults first, then children (F07).
  public var members: [Member] {
    [.adult(responsible)] + adults.map(Member.adult) + children.map(Member.child)
  }

  /// The member of an identifier.
  public func member(_ id: MemberID) -> Member? { members.first { $0.id == id } }

  /// This household after one change.
  ///
  /// - Throws: ``HouseholdRefusal``; nothing is changed then.
  public func applying(_ edit: HouseholdEdit) throws(HouseholdRefusal) -> Household {
    var household = self
    switch edit {
    case .addAdult(let adult):
      guard member(adult.id) == nil else { throw .alreadyMember }
      household.adults.append(adult)
    case .addChild(let child):
      guard member(child.id) == nil else { throw .alreadyMember }
      household.children.append(child)
    case .changeAdult(let adult):
      try household.replace(adult)
    case .changeChild(let child):
      guard let index = children.firstIndex(where: { $0.id == child.id }) else { throw .unknownMember }
      household.children[index] = child
    case .remove(let id):
      try household.remove(id)
    }
    try household.checkResponsibles()
    return household
  }

  private mutating func replace(_ adult: Adult) throws(HouseholdRefusal) {
    if adult.id == responsible.id {
      responsible = adult
    } else if let index = adults.firstIndex(where: { $0.id == adult.id }) {
      adults[index] = adult
    } else {
      throw .unknownMember
    }
  }

  private mutating func remove(_ id: MemberID) throws(HouseholdRefusal) {
    guard let member = member(id) else { throw .unknownMember }
    guard id != responsible.id else { throw .responsibleLeavesLast(responsible.name.full) }
    if let child = children.first(where: { $0.responsibles == [id] }) {
      throw .onlyResponsible(member.displayName, of: child.nameAfterDe)
    }
    adults.removeAll { $0.id == id }
    children.removeAll { $0.id == id }
    children = children.map { child in
      Child(id: child.id, birth: child.birth, responsibles: child.responsibles.filter { $0 != id })
    }
  }

  private func checkResponsibles() throws(HouseholdRefusal) {
    let adultIDs = Set(adults.map(\.id) + [responsible.id])
    for child in children {
      guard (1...3).contains(child.responsibles.count) else {
        throw .responsiblesCount(child.nameAfterEnfant)
      }
      guard Set(child.responsibles).count == child.responsibles.count, adultIDs.isSuperset(of: child.responsibles)
      else { throw .unknownResponsible(child.nameAfterEnfant) }
    }
  }
}

extension Household: Codable {
  private enum CodingKeys: CodingKey { case responsible, adults, children }

  /// Reads a household; one that breaks the rules is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let responsible = try container.decode(Adult.self, forKey: .responsible)
    var household = try Household(responsible: responsible.name).applying(.changeAdult(responsible))
    for adult in try container.decode([Adult].self, forKey: .adults) {
      household = try household.applying(.addAdult(adult))
    }
    for child in try container.decode([Child].self, forKey: .children) {
      household = try household.applying(.addChild(child))
    }
    self = household
  }
}
