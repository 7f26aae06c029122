import Billing
import Foundation
import WorkflowTesting

/// Attempts of two régies to which random things happen, and the bookkeeper who watches.
struct RandomTown {
  /// One attempt, and what was told about it.
  private struct Subject {
    let number: Int
    var attempt: PaymentAttempt
    var tellings: [Bookkeeper.Telling] = []
    var receipts = 0
  }

  private var random: SeededGenerator
  private var now = Town.noon
  private var subjects: [Subject] = []
  private var settledBy: [InvoiceID: Int] = [:]
  /// The first word of each line, and the attempt it was about: whatever else is told of the line is a slip.
  private var tellingOfLine: [StatementLineID: (subject: Int, telling: Bookkeeper.Telling)] = [:]
  /// What the store of attempts would hold.
  private var lineHolders: [Claim: Int] = [:]
  private var latestLines: [StatementLineID] = []
  private var serial = 0
  private let regies = [Town.ville, Town.ccas]
  private let baskets: [[FilledBasket]]

  private(set) var bookkeeper = Bookkeeper()
  /// What the postings of the machine add up to.
  private(set) var posted: [RegieID: [LedgerAccount: Int]] = [:]
  /// Broken promises, in words.
  private(set) var complaints: [String] = []

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    // Baskets share invoices, so that attempts meet on them.
    baskets = [Town.ville, Town.ccas].map { regie in
      (0..<24).map { index in
        let first = Town.invoice(InvoiceID("\(regie.id)-\(index)"), cents: 500 + index, of: regie)
        let second = Town.invoice(
          InvoiceID("\(regie.id)-\((index + 7) % 24)"), cents: 500 + (index + 7) % 24, of: regie)
        return index.isMultiple(of: 3) ? Town.basket(first) : Town.basket(first, second)
      }
    }
    for index in 0..<32 { try subjects.append(newSubject(index)) }
  }

  /// One random operation, and the comparison of both bookkeepings.
  mutating func step() throws {
    let index = pick(subjects.count)
    let before = subjects[index].attempt.books.postings.count
    switch pick(100) {
    case 0..<6: try replace(index)
    case 6..<16: try resolve(index)
    case 16..<19: try reportPaidElsewhere(index)
    case 19..<29: try passTime(index)
    default: try tell(index)
    }
    for posting in subjects[index].attempt.books.postings.dropFirst(before) {
      posted[posting.regie, default: [:]][posting.from, default: 0] -= posting.amount.cents
      posted[posting.regie, default: [:]][posting.to, default: 0] += posting.amount.cents
    }
    compare(index)
  }

  private mutating func compare(_ index: Int) {
    for (regie, sums) in bookkeeper.sums {
      let accounts = posted[regie] ?? [:]
      if -accounts[.payers, default: 0] != sums.paid || accounts[.settled, default: 0] != sums.settled
        || accounts[.credited, default: 0] != sums.credited || accounts[.refunded, default: 0] != sums.refunded
        || accounts[.open, default: 0] != sums.open
      {
        complaints.append("\(regie): \(accounts) is not \(sums)")
      }
    }
    let subject = subjects[index]
    if subject.receipts != (subject.attempt.standing == .paid ? 1 : 0) {
      complaints.append("\(subject.receipts) receipts")
    }
  }

  /// A new attempt takes the place of an old one; what the old one has settled stays in the sums.
  private mutating func replace(_ index: Int) throws {
    for (invoice, holder) in settledBy where holder == index { settledBy[invoice] = nil }
    subjects[index] = try newSubject(index)
  }

  private mutating func newSubject(_ index: Int) throws -> Subject {
    serial += 1
    let basket = baskets[pick(2)][pick(24)]
    let reference = Town.reference("R" + String(1_000_000 + serial))
    var attempt = try Town.attempts.transition(
      from: nil, on: .reserve(basket, reference: Drawn(reference)), in: Town.citizen(at: now)
    ).state
    if pick(10) > 0 {
      attempt = try Town.attempts.transition(from: attempt, on: .open(Town.session), in: Town.system(at: now)).state
    }
    return Subject(number: serial, attempt: attempt)
  }

  private mutating func tell(_ index: Int) throws {
    let order = subjects[index].attempt.order
    let regie = pick(10) == 0 ? regies[pick(2)].id : order.regie
    let reference = pick(12) == 0 ? Town.reference("STRANGE1") : order.reference
    let source = randomSource(for: subjects[index])
    let fact = PaymentFact(from: source, regie: regie, reference: reference, outcome: outcome(of: order))
    let lines = order.lines
    let taken = lines.map(\.invoice).filter { settledBy[$0].map { $0 != index } ?? false }

    let step: Transition<PaymentAttempt, PaymentEffect>
    do throws(PaymentRefusal) {
      step = try Town.attempts.transition(
        from: subjects[index].attempt, on: .record(fact, alreadyPaid: taken), in: Town.system(at: now))
    } catch {
      if case .impossibleAmount = error { return }
      if case .lineAlreadyEntered(let line) = error, isSlip(fact, about: subjects[index].number, line: line) { return }
      return complaints.append(error.code)
    }
    guard commitLines(of: step.state, for: subjects[index].number) else {
      if !isSlip(fact, about: subjects[index].number, line: fact.line) { complaints.append("a new line was refused") }
      return
    }
    subjects[index].attempt = step.state
    subjects[index].receipts += step.effects.receipts.count
    guard case .paid(let amount, _, _) = fact.outcome, let telling = telling(of: amount, by: fact) else { return }

    if let line = telling.line {
      guard !isSlip(fact, about: subjects[index].number, line: line) else { return }
      if tellingOfLine.updateValue((subjects[index].number, telling), forKey: line) == nil { latestLines.append(line) }
    }
    let own = Bookkeeper.Telling(
      regie: order.regie, reference: order.reference, cents: order.amount.cents,
      session: step.state.session?.reference ?? "none", line: nil)
    guard !subjects[index].tellings.contains(telling) else { return }
    let before = Bookkeeper.count(of: telling, in: subjects[index].tellings, expecting: own)
    let wasPaid = isPaid(subjects[index].tellings, own)
    subjects[index].tellings.append(telling)
    let after = Bookkeeper.count(of: telling, in: subjects[index].tellings, expecting: own)
    bookkeeper.receive((after - before) * telling.cents, by: telling.regie)
    guard !wasPaid, isPaid(subjects[index].tellings, own) else { return }
    for line in lines where settledBy[line.invoice] == nil {
      settledBy[line.invoice] = index
      bookkeeper.settle(line.amount.cents, by: order.regie)
    }
  }

  /// Whether a line that is known is told of with another content or for another attempt.
  private func isSlip(_ fact: PaymentFact, about subject: Int, line: StatementLineID?) -> Bool {
    guard let line, let known = tellingOfLine[line], case .paid(let amount, _, _) = fact.outcome else { return false }
    return known.subject != subject || known.telling != telling(of: amount, by: fact)
  }

  /// Holds the lines of an attempt as a store does; `false` when another attempt has one of them.
  private mutating func commitLines(of attempt: PaymentAttempt, for subject: Int) -> Bool {
    let claims = Town.attempts.facets(of: attempt).claims.filter { $0.scope == "billing.statement-line" }
    guard claims.allSatisfy({ lineHolders[$0, default: subject] == subject }) else { return false }
    for claim in claims { lineHolders[claim] = subject }
    return true
  }

  private func isPaid(_ tellings: [Bookkeeper.Telling], _ own: Bookkeeper.Telling) -> Bool {
    tellings.contains { $0.isSameSum(as: own) && ($0.line != nil || $0.session == own.session) }
  }

  private mutating func resolve(_ index: Int) throws {
    guard let anomaly = subjects[index].attempt.books.openAnomalies.last else { return }
    let outcome = Anomaly.Resolution.Outcome.allCases[pick(3)]
    let agent = anomaly.regie == "ville" ? Town.agentVille : Town.agentCCAS
    do throws(PaymentRefusal) {
      subjects[index].attempt = try Town.attempts.transition(
        from: subjects[index].attempt, on: .resolve(anomaly: anomaly.number, as: outcome),
        in: Context(instant: now, principal: agent)
      ).state
    } catch {
      return
    }
    switch outcome {
    case .credited: bookkeeper.credit(anomaly.amount.cents, by: anomaly.regie)
    case .refunded: bookkeeper.refund(anomaly.amount.cents, by: anomaly.regie)
    case .dismissed: if anomaly.amount != .zero { complaints.append("money was dismissed") }
    }
  }

  private mutating func reportPaidElsewhere(_ index: Int) throws {
    let order = subjects[index].attempt.order
    let line = order.lines[pick(order.lines.count)]
    let isMine = settledBy[line.invoice] == index
    do throws(PaymentRefusal) {
      subjects[index].attempt = try Town.attempts.transition(
        from: subjects[index].attempt, on: .reportPaidElsewhere(line.invoice), in: Town.system(at: now)
      ).state
    } catch {
      if isMine { complaints.append("\(error.code) for a settled invoice") }
      return
    }
    if !isMine { complaints.append("an invoice was taken back that was not settled") }
    settledBy[line.invoice] = nil
    bookkeeper.settle(-line.amount.cents, by: order.regie)
  }

  private mutating func passTime(_ index: Int) throws {
    now += TimeInterval(pick(600))
    guard let deadline = Town.attempts.deadline(of: subjects[index].attempt), deadline.instant <= now else { return }
    subjects[index].attempt = try Town.attempts.transition(
      from: subjects[index].attempt, on: deadline.event, in: Town.system(at: now)
    ).state
  }

  private mutating func outcome(of order: PaymentOrder) -> PaymentFact.Outcome {
    switch pick(10) {
    case 0: return .waiting
    case 1: return .expired
    case 2: return .cancelled
    case 3: return .refused
    default:
      let amounts = [order.amount.cents, order.amount.cents + 1, 1, 0, -1, 1_000_000_000]
      let amount = pick(5) > 0 ? order.amount.cents : amounts[pick(amounts.count)]
      return .paid(Money(cents: amount), by: .card, at: nil)
    }
  }

  private mutating func randomSource(for subject: Subject) -> PaymentFact.Source {
    if pick(3) == 0 { return .statement(randomLine(for: subject)) }
    let session: GatewayReference = pick(6) == 0 ? "stranger" : "idop-1"
    return .gateway(session, mode: pick(20) == 0 ? .test : .production)
  }

  /// A new line, one that was told of this attempt already, or one that was told of any.
  private mutating func randomLine(for subject: Subject) -> StatementLineID {
    let own = subject.tellings.compactMap(\.line)
    switch pick(6) {
    case 0 where !latestLines.isEmpty: return latestLines[latestLines.count - 1 - pick(min(latestLines.count, 64))]
    case 1..<3 where !own.isEmpty: return own[pick(own.count)]
    default:
      serial += 1
      return StatementLineID("L\(serial)")
    }
  }

  /// What a fact tells of money; a test tells of none.
  private func telling(of amount: Money, by fact: PaymentFact) -> Bookkeeper.Telling? {
    guard amount.cents > 0 else { return nil }
    switch fact.source {
    case .gateway(_, .test): return nil
    case .gateway(let session, _):
      return .init(regie: fact.regie, reference: fact.reference, cents: amount.cents, session: session, line: nil)
    case .statement(let line):
      return .init(regie: fact.regie, reference: fact.reference, cents: amount.cents, session: nil, line: line)
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int(random.next(upperBound: UInt64(count))) }
}

extension PaymentFact {
  fileprivate var line: StatementLineID? {
    guard case .statement(let line) = source else { return nil }
    return line
  }
}
