import Billing
import Foundation
import Synchronization
import Testing

/// A transport that answers from a list.
private final class ScriptedTransport: PayFiPTransport {
  private let replies: Mutex<[PayFiPReply]>
  private let log = Mutex<[(PayFiPOperation, [PayFiPField])]>([])

  init(_ replies: PayFiPReply...) { self.replies = Mutex(replies) }

  var calls: [(PayFiPOperation, [PayFiPField])] { log.withLock { $0 } }

  func call(_ operation: PayFiPOperation, _ fields: [PayFiPField]) async throws -> PayFiPReply {
    log.withLock { $0.append((operation, fields)) }
    return try replies.withLock { replies in
      guard !replies.isEmpty else { throw CocoaError(.fileReadUnknown) }
      return replies.removeFirst()
    }
  }
}

struct PayFiPGatewayTests {
  private func gateway(_ transport: ScriptedTransport) throws -> PayFiPGateway {
    let page = try #require(URL(string: "https://www.payfip.example/tpa/paiementws.web"))
    return try PayFiPGateway(regies: [Town.ville], paymentPage: page, transport: transport)
  }

  private func request(email: String = "alice@example.org") throws -> PaymentRequest {
    let page = try #require(URL(string: "https://portail.example.org/paiement"))
    return PaymentRequest(
      contract: Town.ville.contract, reference: Town.reference(), amount: Town.total, subject: Personal("Factures"),
      fiscalYear: 2026, visit: PaymentVisit(email: Personal(email), returnPage: page, notificationPage: page))
  }

  @Test func `F44: a session is opened and the citizen is sent to its page`() async throws {
    let transport = ScriptedTransport(.answer(["idOp": "8b1c&x=1"]))
    let session = try await gateway(transport).open(try request())
    #expect(session.reference == "8b1c&x=1")
    #expect(
      session.page.value.absoluteString == "https://www.payfip.example/tpa/paiementws.web?idop=8b1c%26x%3D1")
    #expect(transport.calls.map(\.0) == [.create])
    #expect(PayFiPOperation.create.rawValue == "creerPaiementSecurise")
  }

  @Test func `F44: what PayFiP would refuse is refused before it is asked`() async throws {
    let transport = ScriptedTransport()
    await #expect(throws: GatewayRefusal(codes: ["payfip.mel"])) {
      try await gateway(transport).open(try request(email: "nobody"))
    }
    #expect(transport.calls.isEmpty)
  }

  @Test func `F47: nobody is sent to pay under a contract number that is no régie's, or two's`() async throws {
    let twin = Regie(
      id: "ccas", name: "Régie CCAS", budget: Budget(holder: "CCAS"), service: "regie-ccas",
      contract: Town.ville.contract, collectable: [])
    let page = try #require(URL(string: "https://www.payfip.example/tpa/paiementws.web"))
    for regies in [[Town.ville, twin], [Town.ccas]] {
      let transport = ScriptedTransport(.answer(["idOp": "8b1c"]))
      let gateway = try PayFiPGateway(regies: regies, paymentPage: page, transport: transport)
      await #expect(throws: GatewayRefusal(codes: ["payfip.unknown-contract"])) {
        try await gateway.open(try request())
      }
      #expect(transport.calls.isEmpty)
    }
  }

  @Test func `F44: a fault is a refusal with its code, silence is not`() async throws {
    await #expect(throws: GatewayRefusal(codes: ["payfip.R3"])) {
      try await gateway(ScriptedTransport(.fault(PayFiPFault(code: "R3")))).open(try request())
    }
    await #expect(throws: CocoaError.self) { try await gateway(ScriptedTransport()).open(try request()) }
    await #expect(throws: PayFiPProblem.missing("idop")) {
      try await gateway(ScriptedTransport(.answer([:]))).open(try request())
    }
  }

  @Test func `F45: a session is asked about by its idOp`() async throws {
    let transport = ScriptedTransport(PayFiP.answer("R"))
    let inquiry = try #require(try Town.waiting().inquiry)
    let fact = try await gateway(transport).fact(about: inquiry, at: Town.noon)
    #expect(fact == .gateway(.refused))
    #expect(transport.calls.map(\.0) == [.detail])
    #expect(transport.calls.first?.1.map(\.value.value) == ["idop-1"])
  }

  @Test func `F45: a notification names a session and proves nothing else`() throws {
    let gateway = try gateway(ScriptedTransport())
    #expect(try gateway.session(in: ["idop": "idop-1", "resultrans": "P", "montant": "1"]) == "idop-1")
    #expect(try gateway.session(in: ["idOp": "idop-1"]) == "idop-1")
    for forged in [[:], ["idop": ""], ["idop": String(repeating: "x", count: 65)], ["refdet": "REF000001"]] {
      #expect(throws: InvalidNotification()) { try gateway.session(in: forged) }
    }
  }
}
