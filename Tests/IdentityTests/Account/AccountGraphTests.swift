import Foundation
import Identity
import TestSupport
import Testing
import WorkflowTesting

/// The machines as they are found by trying, not by reading.
struct AccountGraphTests {
  private static let page = "Sources/Identity/Identity.docc/Identity.md"

  private func accounts() throws -> StateGraph<AccountState.StateName, AccountEvent.EventName> {
    let accounts = try SampleAccounts()
    let contact = try Contact(email: EmailAddress("autre@exemple.fr"))
    var samples = try accounts.events().map { Sample<AccountMachine>($0.event, by: $0.by, at: Town.noon) }
    samples += [
      Sample(.close(.byTown(Personal("Doublon"))), by: SampleAccounts.clerk, at: Town.noon),
      Sample(.changeContact(contact, generation: 1), by: SampleAccounts.clerk, at: Town.noon),
    ]
    // A warned account has another deadline than one that was not.
    let exploration = Exploration(of: accounts.machine, samples: samples) { state in
      [state.name.rawValue, state.credentials?.warnedAt == nil ? "" : "warned"]
    }
    #expect(exploration.isComplete)
    return exploration.graph
  }

  private func recoveries(_ policy: RecoveryPolicy) throws -> StateGraph<
    RecoveryMachine.StateName, RecoveryMachine.EventName
  > {
    let machine = RecoveryMachine(policy: policy)
    let secret = Drawn(try JSONDecoder().decode(SealedSecret.self, from: Data(Self.secret.utf8)))
    let subject = RecoverySubject.account(SampleAccounts.id, generation: 1)
    let events: [RecoveryEvent] =
      [.ask(subject, door: "login:x"), .mailLink(subject, secret), .redeem, .complete]
      + AnswerVerdict.allCases.map { .answer($0, secret) }
    let exploration = Exploration(
      of: machine,
      samples: events.samples(by: [.visitor(Town.visitor)], at: Town.noon)
        + [Sample(.prolong, by: .system, at: Town.noon)]
    ) { state in
      switch state {
      case .asked(let question): "asked \(question.answersLeft)"
      case .mailed(let ticket): "mailed \(ticket.form)"
      case .redeemed: "redeemed"
      case .over: "over"
      }
    }
    #expect(exploration.isComplete)
    return exploration.graph
  }

  private static let secret =
    #"{"nonce":{"hexadecimal":"00"},"digest":"\#(String(repeating: "0", count: 64))"}"#

  @Test func `F06, F07, F08: every state of an account is reached, and only an erased one has no exit`() throws {
    let graph = try accounts()
    #expect(graph.unreachable.isEmpty)
    #expect(graph.unused.isEmpty)
    #expect(graph.deadEnds == [.efface])
    #expect(graph.statesLeft(onlyBy: [.citizen]).isEmpty)
  }

  @Test(arguments: RecoveryPolicy.allCases)
  func `F13: every recovery comes to an end`(policy: RecoveryPolicy) throws {
    let graph = try recoveries(policy)
    #expect(graph.unreachable.isEmpty)
    #expect(graph.deadEnds == [.over])
  }

  @Test func `the tables of the module's page are what the machines do`() throws {
    try Golden.check(try accounts().markdown, section: "account", of: Self.page)
    try Golden.check(try recoveries(.secretQuestion).markdown, section: "recovery", of: Self.page)
  }
}
