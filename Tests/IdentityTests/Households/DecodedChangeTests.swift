import Foundation
import Identity
import Testing

/// Values that a request brought in by decoding are checked like those that were typed.
struct DecodedChangeTests {
  private let accounts: SampleAccounts
  private static let address = #"{"street":"1\u202e rue","postalCode":"78280","town":"Guyancourt"}"#
  private static let name = #"{"first":"Jean\u0000 2","last":"Dupont\u200b"}"#

  init() throws { accounts = try SampleAccounts() }

  private func decoded<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test func `F01: a decoded name or address changes no account before it is checked`() throws {
    let name = Self.name
    let edits = [
      #"{"addAdult":{"_0":{"id":"p","name":\#(name)}}}"#, #"{"changeAdult":{"_0":{"id":"holder","name":\#(name)}}}"#,
      #"{"addChild":{"_0":{"id":"c","birth":{"born":{"name":\#(name),"on":"2020-05-04"}},"responsibles":["holder"]}}}"#,
    ]
    for edit in edits {
      let change: ProfileChange = try decoded(#"{"household":{"_0":\#(edit)}}"#)
      #expect(throws: AccountRefusal.profile(.digitInName)) {
        try accounts.after(accounts.state(.valide), .submit([change]), by: SampleAccounts.holder)
      }
    }
    let move: ProfileChange = try decoded(#"{"address":{"_0":\#(Self.address)}}"#)
    #expect(throws: AccountRefusal.profile(.invisibleCharacter)) {
      try accounts.after(accounts.state(.valide), .submit([move]), by: SampleAccounts.holder)
    }
    let contact: Contact = try decoded(#"{"email":"victime,autre@exemple.fr","preferred":"email"}"#)
    #expect(throws: AccountRefusal.profile(.invalidEmail)) {
      try accounts.after(
        accounts.state(.valide), .changeContact(contact, generation: 1), by: SampleAccounts.holder)
    }
  }

  @Test func `F03: a decoded form is sent with nothing that could not be typed`() async throws {
    let town = try Town()
    var form = try await town.form("Amélie", "Lire")
    form.identity.address = try decoded(Self.address)
    #expect(form.gaps.map(\.description) == ["identity: profile.invisible-character"])
    form.household = [.addAdult(Adult(id: "p", name: try decoded(Self.name)))]
    #expect(form.gaps(in: .household).map(\.code) == ["profile.digit-in-name"])
    let answer = try await town.solved()
    let refusal = try await #require(throws: RegistrationRefusal.self) {
      try await town.registration.send(
        form, key: RequestKey("k"), captcha: answer, visitor: Town.visitor, at: Town.noon)
    }
    #expect(refusal.reasons.map(\.place) == ["identity", "household"])
  }

  @Test func `F51: what was taken under older rules stays, and other data can change`() throws {
    let stored = try String(
      decoding: RecordFormat.encode(accounts.state(.valide), of: AccountMachine.self), as: UTF8.self
    )
    .replacing(#""first":"Amélie""#, with: #""first":"Amélie 2""#)
    .replacing("amelie@exemple.fr", with: "amelie,lire@exemple.fr")
    let state = try RecordFormat.decode(Data(stored.utf8), of: SampleAccounts.id, as: AccountMachine.self)
    let holder = try #require(state.profile?.holder)
    let born = Adult(id: .holder, name: holder.name, birthDate: Personal(try CivilDate(iso: "1987-03-02")))
    let after = try accounts.after(state, .submit([.household(.changeAdult(born))]), by: SampleAccounts.holder).state
    #expect(after.name == .modifie)
    let email = try #require(state.profile?.contact.email)
    let reached = try Contact(email: email, telephone: TelephoneNumber("0130483333"))
    _ = try accounts.after(state, .changeContact(reached, generation: 1), by: SampleAccounts.holder)
  }
}
