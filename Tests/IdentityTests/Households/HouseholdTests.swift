import Foundation
import Identity
import Testing

struct HouseholdTests {
  private let amelie: PersonName
  private let birth: Personal<CivilDate>

  init() throws {
    amelie = try PersonName(first: "Amélie", last: "Lire")
    birth = Personal(try CivilDate(year: 2020, month: 5, day: 4))
  }

  private func adult(_ id: MemberID, _ first: String) throws -> Adult {
    Adult(id: id, name: try PersonName(first: first, last: "Lire"))
  }

  private func child(_ id: MemberID, _ first: String, _ responsibles: [MemberID]) throws -> Child {
    Child(id: id, birth: .born(name: try PersonName(first: first, last: "Lire"), on: birth), responsibles: responsibles)
  }

  /// Amélie, Paul (p), Rose (r) and Noé (n): Noé depends on Paul alone.
  private func family() throws -> Household {
    try Household(responsible: amelie)
      .applying(.addChild(child("r", "Rose", [.holder])))
      .applying(.addAdult(adult("p", "Paul")))
      .applying(.addChild(child("n", "Noé", ["p"])))
  }

  @Test func `F07: members are shown adults first, then children`() throws {
    #expect(try family().members.map(\.id) == [.holder, "p", "r", "n"])
  }

  @Test func `F09: the only responsible of a child cannot be removed, and the sentence names both`() throws {
    let family = try family()
    let refusal = try #require(throws: HouseholdRefusal.self) { try family.applying(.remove("p")) }
    #expect(refusal == .onlyResponsible(Personal("Paul Lire"), of: Personal("Noé Lire")))
    #expect(
      Wordings.identity.explain(refusal).message
        == "Suppression impossible car Paul Lire est l'unique responsable de Noé Lire.")
  }

  @Test func `F09: one of two responsibles can be removed, and the child keeps the other`() throws {
    let family = try family().applying(.changeChild(child("n", "Noé", ["p", .holder]))).applying(.remove("p"))
    #expect(family.children.last?.responsibles == [.holder])
  }

  @Test func `F09: the responsible adult is not removed while the account lives, not even alone`() throws {
    for household in [try family(), Household(responsible: amelie)] {
      #expect(throws: HouseholdRefusal.responsibleLeavesLast(Personal("Amélie Lire"))) {
        try household.applying(.remove(.holder))
      }
    }
  }

  @Test(arguments: [0, 4])
  func `F09: a child without responsible, or with four, is refused by name`(count: Int) throws {
    var family = try family()
    for id in ["a", "b"] { family = try family.applying(.addAdult(adult(MemberID(id), "Ada"))) }
    let responsibles: [MemberID] = Array([.holder, "p", "a", "b"].prefix(count))
    let refusal = try #require(throws: HouseholdRefusal.self) {
      try family.applying(.addChild(child("z", "Zoé", responsibles)))
    }
    #expect(
      Wordings.identity.explain(refusal).message == "Vous devez définir 1 à 3 responsables pour l'enfant Zoé Lire")
  }

  @Test(arguments: [1, 3])
  func `F09: a child with one responsible, or with three, is taken`(count: Int) throws {
    let responsibles: [MemberID] = Array([.holder, "p", "a"].prefix(count))
    let family = try family().applying(.addAdult(adult("a", "Ada"))).applying(
      .addChild(child("z", "Zoé", responsibles)))
    #expect(family.children.last?.responsibles == responsibles)
  }

  @Test func `F09: a responsible is an adult of the household, cited once`() throws {
    for responsibles: [MemberID] in [["p", "p"], ["r"], ["nobody"], ["z"]] {
      #expect(throws: HouseholdRefusal.unknownResponsible(Personal("Zoé Lire"))) {
        try family().applying(.addChild(child("z", "Zoé", responsibles)))
      }
    }
  }

  @Test func `F09: a child may be unborn, and get its name later`() throws {
    let expected = Child(id: "b", birth: .expected(on: birth), responsibles: [.holder])
    let household = try Household(responsible: amelie).applying(.addChild(expected))
    #expect(household.member("b")?.displayName.value == "enfant à naître")
    let born = try household.applying(.changeChild(child("b", "Zoé", [.holder])))
    #expect(born.member("b")?.displayName.value == "Zoé Lire")
  }

  @Test func `F09: the sentences about a child that is not born read like the others`() throws {
    func sentence(_ household: Household, _ edit: HouseholdEdit) throws -> String {
      let refusal = try #require(throws: HouseholdRefusal.self) { try household.applying(edit) }
      return Wordings.identity.explain(refusal).message
    }
    func unborn(_ responsibles: [MemberID]) -> Child {
      Child(id: "b", birth: .expected(on: nil), responsibles: responsibles)
    }
    let alone = Household(responsible: amelie)
    #expect(
      try sentence(alone, .addChild(unborn([]))) == "Vous devez définir 1 à 3 responsables pour l'enfant à naître")
    #expect(
      try sentence(alone, .addChild(unborn(["p"])))
        == "Les responsables de l’enfant à naître doivent être des adultes du foyer, cités une fois.")
    let family = try alone.applying(.addAdult(adult("p", "Paul"))).applying(.addChild(unborn(["p"])))
    #expect(
      try sentence(family, .remove("p"))
        == "Suppression impossible car Paul Lire est l'unique responsable de l’enfant à naître.")
  }

  @Test func `F09: an identifier is one member's, and an unknown one is nobody's`() throws {
    let family = try family()
    #expect(throws: HouseholdRefusal.alreadyMember) { try family.applying(.addAdult(adult("r", "Rose"))) }
    #expect(throws: HouseholdRefusal.alreadyMember) { try family.applying(.addChild(child("p", "Paul", [.holder]))) }
    #expect(throws: HouseholdRefusal.unknownMember) { try family.applying(.changeAdult(adult("r", "Rose"))) }
    #expect(throws: HouseholdRefusal.unknownMember) { try family.applying(.changeChild(child("p", "Paul", [.holder]))) }
    #expect(throws: HouseholdRefusal.unknownMember) { try family.applying(.remove("nobody")) }
  }

  @Test func `F51: a stored household that breaks a rule is an error`() throws {
    let family = try family()
    let data = try JSONEncoder().encode(family)
    #expect(try JSONDecoder().decode(Household.self, from: data) == family)
    let text = try #require(String(data: data, encoding: .utf8))
    let orphaned = text.replacing(#""responsibles":["p"]"#, with: #""responsibles":[]"#)
    #expect(text != orphaned)
    #expect(throws: (any Error).self) { try JSONDecoder().decode(Household.self, from: Data(orphaned.utf8)) }
  }
}

struct ProfileTests {
  @Test func `F07: a blank name is refused by the name that is blank`() {
    #expect(throws: ProfileRefusal.blankFirstName) { try PersonName(first: " \u{A0}", last: "Lire") }
    #expect(throws: ProfileRefusal.blankLastName) { try PersonName(first: "Amélie", last: "") }
  }

  @Test func `F01: the chosen means of contact must exist`() throws {
    let email = try EmailAddress(" Amelie@Exemple.FR ")
    #expect(email.address.value == "Amelie@exemple.fr")
    #expect(throws: ProfileRefusal.telephoneMissing) { try Contact(email: email, preferred: .telephone) }
    let reached = try Contact(email: email, telephone: TelephoneNumber("01 30.48-33 33"), preferred: .telephone)
    #expect(reached.point == .telephone(Personal("0130483333")))
    #expect(try Contact(email: email, telephone: TelephoneNumber("+33130483333")).point == .email(email.address))
  }

  @Test(arguments: [
    "", "amelie", "@exemple.fr", "amelie@", "a@b@c.fr", "a@localhost", "a b@c.fr", "a@.fr", "a@fr.", "a\u{0}@c.fr",
  ])
  func `F01: what has not the form of an address is refused`(typed: String) {
    #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(typed) }
  }

  @Test(arguments: ["", "12345", "0123456789012345", "zero un", "++33130483333", "٠١٣٠٤٨٣٣٣٣"])
  func `F01: what is no telephone number is refused`(typed: String) {
    #expect(throws: ProfileRefusal.invalidTelephone) { try TelephoneNumber(typed) }
  }

  @Test func `F02: the account says what a step of a démarche still lacks, for the member concerned`() throws {
    let child = Child(id: "b", birth: .expected(on: nil), responsibles: [.holder])
    let household = try Household(responsible: PersonName(first: "Amélie", last: "Lire")).applying(.addChild(child))
    var profile = Profile(household: household, contact: try Contact(email: EmailAddress("amelie@exemple.fr")))
    let needed: [ProfileField] = [.lastName, .birthDate, .street, .email]
    #expect(profile.missing(needed) == [.birthDate, .street])
    #expect(profile.missing(needed, for: "b") == [.lastName, .birthDate, .street])
    profile = Profile(
      household: household,
      address: try PostalAddress(street: "1 rue du Moulin", postalCode: "78280", town: "Guyancourt"),
      contact: profile.contact)
    #expect(profile.missing(needed) == [.birthDate])
    #expect(profile.value(of: .town)?.value == "Guyancourt")
    #expect(profile.value(of: .firstName, for: "nobody") == nil)
  }
}
