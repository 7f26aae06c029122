import Foundation
import Identity
import TestSupport
import Testing

/// Records as they are stored today, in files that later versions must still read (F51).
struct FormatTests {
  private func check<Machine: StateMachine>(_ state: Machine.State, _ name: String, as machine: Machine.Type) throws {
    let path = "Tests/Golden/Identity/\(name).json"
    let encoded = try RecordFormat.encode(state, of: machine)
    try Golden.check(String(decoding: encoded, as: UTF8.self) + "\n", path)
    let stored = Data(try Golden.read(path).utf8)
    #expect(try RecordFormat.decode(stored, of: Machine.ID(rawValue: "r"), as: machine) == state)
    // An unknown version is an error that names the record, never a guess.
    let later = Data(String(decoding: stored, as: UTF8.self).replacing(#""version":1"#, with: #""version":2"#).utf8)
    let error = #expect(throws: UnreadableRecord.self) {
      try RecordFormat.decode(later, of: Machine.ID(rawValue: "r"), as: machine)
    }
    #expect(error?.problem == .unknownVersion && error?.id == "r")
  }

  @Test(arguments: AccountState.StateName.allCases)
  func `F51: an account in each state is stored as it was`(name: AccountState.StateName) throws {
    try check(SampleAccounts().state(name), "account-\(name.rawValue)", as: AccountMachine.self)
  }

  @Test func `F51: a warned account, with a family, is stored as it was`() throws {
    let accounts = try SampleAccounts()
    let paul = Adult(
      id: "p", name: try PersonName(first: "Paul", last: "Lire"), birthDate: Personal(try CivilDate(iso: "1987-03-02")))
    let born = Child(
      id: "n",
      birth: .born(name: try PersonName(first: "Noé", last: "Lire"), on: Personal(try CivilDate(iso: "2020-05-04"))),
      responsibles: [.holder, "p"])
    let expected = Child(id: "b", birth: .expected(on: nil), responsibles: [.holder])
    let edits: [ProfileChange] = try [
      .household(.addAdult(paul)), .household(.addChild(born)), .household(.addChild(expected)), accounts.move(),
    ]
    let family = try accounts.after(accounts.state(.valide), .submit(edits), by: SampleAccounts.holder).state
    let accepted = try accounts.after(family, .accept, by: SampleAccounts.clerk).state
    let contact = try Contact(
      email: EmailAddress("autre@exemple.fr"), telephone: TelephoneNumber("0130483333"), preferred: .telephone)
    let reached = try accounts.after(
      accepted, .changeContact(contact, generation: 1), by: SampleAccounts.holder
    ).state
    let due = try #require(accounts.machine.deadline(of: reached))
    let warned = try accounts.after(reached, due.event, by: .system, at: due.instant).state
    try check(warned, "account-family", as: AccountMachine.self)
    let notices = try accounts.after(reached, due.event, by: .system, at: due.instant).effects
    try check(effects: notices, "account-notice", as: AccountMachine.self)
  }

  private func check<Machine: StateMachine>(
    effects: [Machine.Effect], _ name: String, as machine: Machine.Type
  ) throws {
    let path = "Tests/Golden/Identity/\(name).json"
    let effect = try #require(effects.first)
    #expect(effects.count == 1)
    let encoded = try RecordFormat.encode(effect: effect, of: machine)
    try Golden.check(String(decoding: encoded, as: UTF8.self) + "\n", path)
    let key = EffectKey<Machine.ID>(id: Machine.ID(rawValue: "r"), revision: .first, index: 0)
    #expect(try RecordFormat.decode(effect: Data(Golden.read(path).utf8), of: key, as: machine) == effect)
  }

  @Test func `F51: a recovery and a door in each state are stored as they were`() async throws {
    let id = AccountID("account-1")
    let subject = RecoverySubject.account(id, generation: 1)
    let states: [(String, RecoveryState)] = [
      ("asked", try decoded(#"{"asked":{"_0":{"answersLeft":4,"door":"login:x","subject":{"nobody":{}},"until":0}}}"#)),
      ("redeemed", .redeemed(id, until: Town.noon)), ("over", .over),
    ]
    for (name, state) in states { try check(state, "recovery-\(name)", as: RecoveryMachine.self) }
    let machine = RecoveryMachine(policy: .mailedLink)
    let secret: SealedSecret = try decoded(
      #"{"nonce":{"hexadecimal":"00"},"digest":"\#(String(repeating: "0", count: 64))"}"#)
    let mailed = try machine.transition(
      from: nil, on: .mailLink(subject, Drawn(secret)),
      in: Context(instant: Town.noon, principal: .visitor(Town.visitor)))
    try check(mailed.state, "recovery-mailed", as: RecoveryMachine.self)
    try check(effects: mailed.effects, "recovery-letter", as: RecoveryMachine.self)

    let doors = ThrottleMachine()
    let context = Context(instant: Town.noon, principal: .visitor(Town.visitor))
    var state: DoorState?
    for name in ["admitted", "second", "third", "turned-away"] {
      let next = try doors.transition(from: state, on: .knock(.login), in: context).state
      state = next
      if name == "admitted" || name == "turned-away" { try check(next, "door-\(name)", as: ThrottleMachine.self) }
    }
  }

  private func decoded<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test(arguments: ["-9223372036854775808", "-1000", "-1", "1000000001", "9223372036854775807"])
  func `F51: a stored number that no record can have is an error, and no crash`(number: String) throws {
    func refuse<Machine: StateMachine>(
      _ name: String, _ field: Regex<Substring>, as machine: Machine.Type
    ) throws {
      let stored = try Golden.read("Tests/Golden/Identity/\(name).json")
      let key = try #require(stored.firstMatch(of: field)?.output.split(separator: ":").first)
      let broken = stored.replacing(field, with: "\(key):\(number)")
      #expect(broken != stored)
      let error = #expect(throws: UnreadableRecord.self) {
        try RecordFormat.decode(Data(broken.utf8), of: Machine.ID(rawValue: "r"), as: machine)
      }
      #expect(error?.problem == .malformed)
    }
    try refuse("door-admitted", /"failures":\d+/, as: ThrottleMachine.self)
    try refuse("recovery-asked", /"answersLeft":\d+/, as: RecoveryMachine.self)
    try refuse("account-valide", /"generation":\d+/, as: AccountMachine.self)
  }

  @Test func `F51: a count at its end stays there, and is read again`() throws {
    let stored = try Golden.read("Tests/Golden/Identity/door-admitted.json")
      .replacing(/"failures":\d+/, with: #""failures":1000000000"#).replacing(
        #""kind":"login""#, with: #""kind":"source""#)
    let state = try RecordFormat.decode(Data(stored.utf8), of: DoorID(rawValue: "r"), as: ThrottleMachine.self)
    let context = Context(instant: Town.noon.adding(7200), principal: .visitor(Town.visitor))
    let next = try ThrottleMachine().transition(from: state, on: .knock(.source), in: context).state
    #expect(next.isAdmitted && next.count.failures == 1_000_000_000)
    let again = try RecordFormat.encode(next, of: ThrottleMachine.self)
    #expect(try RecordFormat.decode(again, of: DoorID(rawValue: "r"), as: ThrottleMachine.self) == next)
  }

  @Test func `F51: a record with an unknown state, or a household that breaks a rule, is an error that shows nothing`()
    throws
  {
    let stored = try Golden.read("Tests/Golden/Identity/account-family.json")
    for (known, unknown) in [
      (#""valide""#, #""suspendu""#), (#"["holder","p"]"#, #"[]"#),
      (#""login":"amélie.lire""#, #""login":"Amélie lire""#),
      (#""preferred":"telephone""#, #""preferred":"pigeon""#), (#""first":"Paul""#, #""first":" ""#),
    ] {
      let broken = stored.replacing(known, with: unknown)
      #expect(broken != stored)
      let error = #expect(throws: UnreadableRecord.self) {
        try RecordFormat.decode(Data(broken.utf8), of: AccountID("account-1"), as: AccountMachine.self)
      }
      #expect(error?.problem == .malformed)
      #expect(error.map { !"\($0)".contains("Lire") } == true)
    }
  }
}
