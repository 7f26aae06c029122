import Identity

extension Order {
  private static let form = Field.required("form", .string, "le formulaire en cours")

  /// The tab Foyer: one "Sauver" a member, known or new.
  static let registrationHousehold: [Order] = [
    Order("registration.adult", "Onglet Foyer\u{A0}: «\u{A0}Sauver\u{A0}» un adulte.", [form] + adultFields) {
      call, town in
      let adult = try call.arguments.adult()
      return try await call.fill(in: town) { $0.save(.addAdult(adult), of: adult.id) }
    },
    Order("registration.child", "Onglet Foyer\u{A0}: «\u{A0}Sauver\u{A0}» un enfant.", [form] + childFields) {
      call, town in
      let child = try call.arguments.child()
      return try await call.fill(in: town) { $0.save(.addChild(child), of: child.id) }
    },
    Order(
      "registration.removeMember", "Onglet Foyer\u{A0}: retire un membre.",
      [form, .required("member", .string, "le membre")]
    ) { call, town in
      let member = MemberID(try call.arguments.string("member"))
      return try await call.fill(in: town) { try $0.remove(member) }
    },
  ]

  static let adultFields: [Field] = [
    .required("member", .string, "le membre"), .required("firstName", .string, "le prénom"),
    .required("lastName", .string, "le nom"), .optional("birthDate", .day, "la date de naissance"),
  ]

  static let childFields: [Field] = [
    .required("member", .string, "le membre"),
    .optional("firstName", .string, "le prénom\u{A0}; aucun pour un enfant à naître"),
    .optional("lastName", .string, "le nom"),
    .optional("birthDate", .day, "la date de naissance, ou celle qui est prévue"),
    .required("responsibles", .strings, "ses responsables, «\u{A0}holder\u{A0}» étant le titulaire"),
  ]
}

extension RegistrationForm {
  /// Keeps one "Sauver" a member, the last; adults first, for children name them.
  fileprivate mutating func save(_ edit: HouseholdEdit, of member: MemberID) {
    forget(member)
    household.append(edit)
    household = household.filter { !$0.isOfChild } + household.filter(\.isOfChild)
  }

  fileprivate mutating func remove(_ member: MemberID) throws(HouseholdRefusal) {
    guard household.contains(where: { $0.member == member }) else { throw .unknownMember }
    forget(member)
  }

  private mutating func forget(_ member: MemberID) { household.removeAll { $0.member == member } }
}

extension HouseholdEdit {
  fileprivate var member: MemberID {
    switch self {
    case .addAdult(let adult), .changeAdult(let adult): adult.id
    case .addChild(let child), .changeChild(let child): child.id
    case .remove(let member): member
    }
  }

  fileprivate var isOfChild: Bool {
    switch self {
    case .addChild, .changeChild: true
    case .addAdult, .changeAdult, .remove: false
    }
  }
}
