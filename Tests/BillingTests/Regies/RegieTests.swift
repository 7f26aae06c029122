import Billing
import Testing

struct RegieTests {
  @Test func `F47: a régie makes invoices of the kinds its founding act lists, and of no other`() throws {
    let day = Town.day("2026-11-02")
    let invoice = try Town.ville.invoice("V1", of: "creche", amount: Money(cents: 1), issuedOn: day, subject: "Crèche")
    #expect(invoice.regie == "ville")
    #expect(invoice.kind.service == .petiteEnfance)
    #expect(throws: InvoiceDefect.notCollectable(kind: "repas")) {
      try Town.ville.invoice("V2", of: "repas", amount: Money(cents: 1), issuedOn: day, subject: "")
    }
    #expect(throws: InvoiceDefect.notCollectable(kind: "cantine")) {
      try Town.ccas.invoice("C1", of: "cantine", amount: Money(cents: 1), issuedOn: day, subject: "")
    }
  }

  @Test(arguments: [-1, 0, Int.min])
  func `F47: nothing to pay is no invoice`(cents: Int) {
    #expect(throws: InvoiceDefect.nothingToPay(Money(cents: cents))) {
      try Town.ville.invoice(
        "V1", of: "cantine", amount: Money(cents: cents), issuedOn: Town.day("2026-11-02"), subject: "")
    }
  }

  @Test func `F47: Ville and CCAS collect for separate budgets under contracts of their own`() {
    #expect(Town.ville.budget != Town.ccas.budget)
    #expect(Town.ville.contract.number != Town.ccas.contract.number)
  }

  @Test func `F47: a régie that is described in two ways is none`() throws {
    let twin = Regie(
      id: "ville", name: "Régie Ville", budget: Budget(holder: "CCAS"), service: "regie-ccas",
      contract: Town.ccas.contract, collectable: Town.ville.collectable)
    let machine = PaymentAttemptMachine(regies: [Town.ville, twin, Town.ccas, Town.ccas], calendar: Town.calendar)
    #expect(machine.regies == ["ccas": Town.ccas])
    #expect(StrayPaymentMachine(regies: [twin, Town.ville], calendar: Town.calendar).regies.isEmpty)
    let order = PaymentAttemptOrder.reserve(Town.basket(Town.invoice("A")), reference: Drawn(Town.reference()))
    #expect(throws: PaymentRefusal.unknownRegie("ville")) {
      try machine.transition(from: nil, on: order, in: Town.citizen())
    }
  }
}
