import Identity

extension Arguments {
  /// The new contact of a line.
  func contact() throws -> Contact {
    try Contact(
      email: try EmailAddress(try string("email")),
      telephone: try optionalString("telephone").map { try TelephoneNumber($0) },
      preferred: try preferred() ?? .email)
  }

  func preferred() throws(LineFault) -> Contact.Means? {
    self["preferred"] == nil ? nil : try choice("preferred", Contact.Means.self)
  }

  func birthDate() -> Personal<CivilDate>? { optionalDay("birthDate").map { Personal($0) } }

  func address() throws -> PostalAddress {
    try PostalAddress(
      street: try string("street"), postalCode: try string("postalCode"), town: try string("town"))
  }

  /// An adult as the line describes them.
  func adult() throws -> Adult {
    let name = try PersonName(first: try string("firstName"), last: try string("lastName"))
    return Adult(id: MemberID(try string("member")), name: name, birthDate: birthDate())
  }

  /// A child as the line describes it; without a first name, it is expected.
  func child() throws -> Child {
    let responsibles = strings("responsibles").map { MemberID($0) }
    let id = MemberID(try string("member"))
    guard let first = optionalString("firstName") else {
      return Child(id: id, birth: .expected(on: birthDate()), responsibles: responsibles)
    }
    let name = try PersonName(first: first, last: try string("lastName"))
    return Child(id: id, birth: .born(name: name, on: Personal(try day("birthDate"))), responsibles: responsibles)
  }
}
