import Billing
import Foundation

/// A town with two régies, for all tests of billing.
enum Town {
  static let calendar = TownCalendar(zone: paris)

  static let ville = Regie(
    id: "ville", name: "Régie Ville", budget: Budget(holder: "Ville"), service: "regie-ville",
    contract: GatewayContract(number: "000001"),
    collectable: [
      ReceiptKind(code: "cantine", service: .periscolaire, label: "Restauration scolaire"),
      ReceiptKind(code: "creche", service: .petiteEnfance, label: "Crèche"),
    ])

  static let ccas = Regie(
    id: "ccas", name: "Régie CCAS", budget: Budget(holder: "CCAS"), service: "regie-ccas",
    contract: GatewayContract(number: "000002"),
    collectable: [ReceiptKind(code: "repas", service: .ccas, label: "Portage de repas")])

  static let attempts = PaymentAttemptMachine(regies: [ville, ccas], calendar: calendar)
  static let strays = StrayPaymentMachine(regies: [ville, ccas], calendar: calendar)
  static let baskets = BasketMachine()

  static let alice: AccountID = "alice"
  static let benoit: AccountID = "benoit"
  static let staffVille = Agent(id: "agent-ville", services: ["regie-ville"])
  static let staffCCAS = Agent(id: "agent-ccas", services: ["regie-ccas"])
  static let agentVille = Principal.agent(staffVille)
  static let agentCCAS = Principal.agent(staffCCAS)

  /// Monday 23 November 2026, noon in the town.
  static let noon = instant("2026-11-23T12:00:00+01:00")

  static let paris: CivilZone = {
    do { return try CivilZone(identifier: "Europe/Paris") } catch { preconditionFailure("\(error)") }
  }()

  static func instant(_ text: String) -> Date {
    do { return try Date(text, strategy: .iso8601) } catch { preconditionFailure("\(text): \(error)") }
  }

  static func day(_ text: String) -> CivilDate {
    do { return try CivilDate(iso: text) } catch { preconditionFailure("\(text): \(error)") }
  }

  static func invoice(
    _ id: InvoiceID, cents: Int = 1999, of regie: Regie = ville, issuedOn day: String = "2026-11-02",
    paidOn paid: String? = nil
  ) -> Invoice {
    do {
      return try regie.invoice(
        id, of: regie.collectable[0].code, amount: Money(cents: cents), issuedOn: Town.day(day),
        subject: "Facture \(id)", paidOn: paid.map { Town.day($0) })
    } catch { preconditionFailure("\(error)") }
  }

  static func reference(_ text: String = "REF000001") -> PaymentReference {
    do { return try PaymentReference(text) } catch { preconditionFailure("\(text)") }
  }

  static func citizen(_ account: AccountID = alice, at instant: Date = noon) -> Context {
    Context(instant: instant, principal: .citizen(account))
  }

  static func system(at instant: Date = noon) -> Context {
    Context(instant: instant, principal: .system)
  }
}
