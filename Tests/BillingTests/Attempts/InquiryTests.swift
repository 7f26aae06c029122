import Billing
import Foundation
import Testing

/// F46: nobody is forgotten.
struct InquiryTests {
  private let machine = Town.attempts

  @Test func `F46: an attempt without an answer is asked about ten times, then given up after 48 hours`() throws {
    var attempt = try Town.waiting()
    var minutes: [Double] = []
    while let deadline = machine.deadline(of: attempt), deadline.event == .inquire, minutes.count < 20 {
      #expect(attempt.refusal(of: .inquire, in: Town.system(at: deadline.instant - 1)) == .notDue)
      minutes.append(deadline.instant.timeIntervalSince(Town.noon) / 60)
      let step = try machine.transition(from: attempt, on: .inquire, in: Town.system(at: deadline.instant))
      #expect(step.effects.contains { if case .inquire = $0 { true } else { false } })
      attempt = step.state
    }
    #expect(minutes == [5, 10, 20, 40, 80, 180, 360, 720, 1440, 1800])
    let end = Town.noon + 48 * 3600
    #expect(machine.deadline(of: attempt) == Deadline(at: end, event: .expire))
    #expect(attempt.refusal(of: .expire, in: Town.system(at: end - 1)) == .notDue)
    attempt = try machine.transition(from: attempt, on: .expire, in: Town.system(at: end)).state
    #expect(attempt.standing == .expired)
    #expect(!attempt.claims.contains(.reservation(of: "A")))
    #expect(try attempt.after(.gateway()).state.standing == .paid)
  }

  @Test func `F46: inquiries missed while the host slept are made once`() throws {
    let woken = Town.noon + 7 * 3600
    let step = try machine.transition(from: Town.waiting(), on: .inquire, in: Town.system(at: woken))
    #expect(machine.deadline(of: step.state)?.instant == Town.noon + 12 * 3600)
  }

  @Test func `F46: an attempt is stuck from 3 hours on, and its agents are told once`() throws {
    let three = Town.noon + 3 * 3600
    let waiting = try Town.waiting()
    #expect(!machine.policy.isStuck(waiting, at: three - 1))
    #expect(machine.policy.isStuck(waiting, at: three))
    #expect(try !machine.policy.isStuck(waiting.after(.gateway(.refused)).state, at: three))

    var attempt = waiting
    var alerts: [Double] = []
    for _ in 1...20 {
      guard let deadline = machine.deadline(of: attempt), deadline.event == .inquire else { break }
      let step = try machine.transition(from: attempt, on: .inquire, in: Town.system(at: deadline.instant))
      if !step.effects.tasks.isEmpty { alerts.append(deadline.instant.timeIntervalSince(Town.noon) / 3600) }
      attempt = step.state
    }
    #expect(alerts == [3])
  }

  @Test func `F46: a session the gateway does not know releases its invoices, and is asked about to the end`() throws {
    let payfip = try PayFiPTranslation(regies: [Town.ville])
    for fault in ["P1", "P5"] {
      var attempt = try Town.waiting()
      var (minutes, alerts): ([Double], [Double]) = ([], [])
      while let deadline = machine.deadline(of: attempt), deadline.event == .inquire, minutes.count < 20 {
        let age = deadline.instant.timeIntervalSince(Town.noon) / 60
        minutes.append(age)
        let step = try machine.transition(from: attempt, on: .inquire, in: Town.system(at: deadline.instant))
        if !step.effects.tasks.isEmpty { alerts.append(age) }
        let inquiry = try #require(step.state.inquiry)
        let fact = try payfip.fact(in: .fault(PayFiPFault(code: fault)), to: inquiry, at: deadline.instant)
        attempt = try step.state.after(fact, at: deadline.instant).state
        #expect(attempt.claims.contains(.reservation(of: "A")) == (attempt.standing == .waiting))
        #expect(machine.policy.isStuck(attempt, at: deadline.instant) == (180..<1800).contains(age), "\(fault) \(age)")
        #expect(
          machine.facets(of: attempt).tags.map(\.label).contains(.livePayments(of: "ville")) == (age < 1800))
      }
      #expect(minutes == [5, 10, 20, 40, 80, 180, 360, 720, 1440, 1800] && alerts == [180], "\(fault)")
      #expect(attempt.standing == .expired && machine.deadline(of: attempt)?.event == .forget)
      #expect(try attempt.after(.gateway()).state.standing == .paid)
    }
  }

  @Test func `F46: invoices are released at the end of an attempt's life, also when the schedule is longer`() throws {
    let hasty = PaymentAttemptMachine(
      regies: [Town.ville], calendar: Town.calendar, policy: PaymentPolicy(lifetimeSeconds: 3600))
    var attempt = try Town.waiting()
    while let deadline = hasty.deadline(of: attempt), attempt.standing == .waiting {
      attempt = try hasty.transition(from: attempt, on: deadline.event, in: Town.system(at: deadline.instant)).state
    }
    #expect(attempt.releasedAt == Town.noon + 3600)
    #expect(hasty.deadline(of: attempt) == Deadline(at: Town.noon + 80 * 60, event: .inquire))
    let woken = try hasty.transition(from: attempt, on: .inquire, in: Town.system(at: Town.noon + 40 * 3600))
    #expect(!woken.effects.tasks.isEmpty)
    #expect(!hasty.policy.isStuck(woken.state, at: Town.noon + 40 * 3600))
  }

  @Test func `F52: nobody is forgotten while the gateway is still asked`() throws {
    let expired = try Town.waiting().after(.gateway(.expired)).state
    #expect(expired.refusal(of: .forget) == .notDue)
    let asked = try machine.transition(from: expired, on: .inquire, in: Town.system(at: Town.noon + 1800 * 60)).state
    #expect(try machine.transition(from: asked, on: .forget, in: Town.system()).state.order.payer == nil)
  }

  @Test func `F46: the times of a session count from its opening, 19 minutes after the reservation`() throws {
    let opening = Town.noon + 19 * 60
    let order = PaymentAttemptOrder.open(Town.session)
    let opened = try machine.transition(from: Town.reserved(), on: order, in: Town.system(at: opening)).state
    #expect(opened.openedAt == opening && opened.inquiry?.openedAt == opening)
    #expect(machine.deadline(of: opened) == Deadline(at: opening + 300, event: .inquire))
    #expect(!machine.policy.isStuck(opened, at: opening + 3 * 3600 - 1))
    #expect(machine.policy.isStuck(opened, at: opening + 3 * 3600))

    // The same word again does not make the session younger.
    let again = try machine.transition(from: opened, on: order, in: Town.system(at: opening + 60)).state
    #expect(again == opened)

    // PayFiP does not know a page that was opened half a minute ago: the citizen may be about to pay on it.
    let payfip = try PayFiPTranslation(regies: [Town.ville])
    let inquiry = try #require(opened.inquiry)
    let unknown = PayFiPReply.fault(PayFiPFault(code: "P1"))
    #expect(try payfip.fact(in: unknown, to: inquiry, at: opening + 30).outcome == .waiting)
    #expect(try payfip.fact(in: unknown, to: inquiry, at: opening + 15 * 60).outcome == .expired)
    #expect(try payfip.fact(in: PayFiP.answer("A"), to: inquiry, at: opening + 119).outcome == .waiting)
    #expect(try payfip.fact(in: PayFiP.answer("A"), to: inquiry, at: opening + 120).outcome == .cancelled)
  }

  @Test func `F46: an inquiry carries what a gateway needs to answer`() throws {
    let inquiry = try #require(try Town.waiting().inquiry)
    #expect(inquiry.session == "idop-1" && inquiry.contract == Town.ville.contract)
    #expect(inquiry.openedAt == Town.noon && inquiry.reference == Town.reference())
    #expect(try Town.reserved().inquiry == nil)
  }
}
