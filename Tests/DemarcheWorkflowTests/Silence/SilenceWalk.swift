import DemarcheWorkflow
import Foundation
import WorkflowKernel
import WorkflowTesting

/// One random démarche and the book kept of it.
struct SilenceWalk {
  /// The two bookkeepings do not say the same.
  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  /// What enough walks must have met.
  static let landmarks: Set<String> = [
    "accepted by silence", "rejected by silence", "never answered", "came while incomplet", "asked for again",
    "disproved in complet", "declared late", "reopened", "erased", "closed by time",
    "announced, given up", "announced, come late",
  ]

  /// The days that dates go wrong on: ends of months, leap days, changes of hour.
  private static let beginnings = [
    "2026-11-23", "2026-12-29", "2026-12-31", "2027-01-31", "2027-03-26", "2027-08-30", "2027-10-29", "2027-12-28",
    "2027-12-31", "2028-02-27",
  ].map(Almanac.number)
  /// Most corrections are answered in time.
  private static let gaps = [0, 0, 0, 1, 1, 2, 3, 7, 13, 14, 15, 16, 28, 31, 45, 62, 75]

  /// Reading and writing records takes longer than all the rest: one walk in three does.
  let readsRecords: Bool
  var generator: SeededGenerator
  let procedure: Procedure
  private(set) var story: Story
  private(set) var book: SilenceBook
  private(set) var today: Int
  private var second: Double
  var uploads = 0
  private var declared: Date?
  private(set) var tale: [String] = []
  var met: Set<String> = []

  var now: Date { Almanac.midnight(today) + second }

  /// Submits a file, its required piece there or announced.
  init(seed: UInt64) throws {
    readsRecords = seed % 3 == 0
    var generator = SeededGenerator(seed: seed)
    let months = Int.random(in: 1...3, using: &generator)
    let accepts = Bool.random(using: &generator)
    let hasSeason = generator.happens(300)
    procedure = Town.school {
      $0.openings = []
      $0.silence = accepts ? .acceptance(months: months) : .rejection(months: months)
      $0.pieces[0].validityMonths = nil
      $0.retentionMonths = 1
      if !hasSeason { $0.seasonEnd = nil }
    }
    story = Story(try Town.machine(procedure))
    today = Self.beginnings.randomElement(using: &generator) ?? 0
    second = Double(Int.random(in: 0..<82_000, using: &generator))
    let isThere = Bool.random(using: &generator)
    let sent = Almanac.midnight(today) + second
    let file = Town.file("first")
    try story.order(.open(Case.school.opening), by: People.amelie, at: sent)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: sent)
    try story.order(isThere ? .supplyPiece("domicile", file) : .announcePiece("domicile"), by: People.amelie, at: sent)
    try story.order(.submit(submission()), by: People.amelie, at: sent)
    book = SilenceBook(
      procedure, papers: ["domicile": isThere ? .file(file.digest) : .announced], answers: Case.school.answers,
      on: today)
    self.generator = generator
    tale = ["\(Almanac.text(today)) submit, \(procedure.silence), domicile \(isThere ? "supplied" : "announced")"]
  }

  /// Twenty orders, the town acting for time first, and the two bookkeepings compared after each.
  mutating func go() throws {
    try compare()
    for _ in 0..<20 where book.state != .archive {
      try wait()
      while let limit = book.limit, Almanac.midnight(limit.lastDay + 1) <= now {
        try letTimeDecide(limit.order, after: limit.lastDay)
      }
      // What is refused changes nothing: another order is tried.
      for _ in 0..<10 where book.state != .archive {
        guard let (order, principal) = choices().randomElement(using: &generator) else { break }
        if try give(order, by: principal) { break }
      }
    }
  }

  private mutating func wait() throws {
    let isSoon = generator.happens(book.state == .incomplet ? 800 : book.state == .valide ? 0 : 400)
    let gap = Self.gaps.prefix(isSoon ? 7 : Self.gaps.count).randomElement(using: &generator) ?? 0
    let since = gap == 0 ? Int(second) : 0
    today += gap
    // The first and the last second of a day are the ones that a day is won or lost by.
    second = Double(
      [since, 86_399, Int.random(in: since..<86_400, using: &generator)].randomElement(using: &generator) ?? 0)
    if Almanac.midnight(today) + second >= Almanac.midnight(today + 1) { second = 82_799 }
    book.turn(to: today)
  }

  private mutating func letTimeDecide(_ order: DemarcheEvent, after lastDay: Int) throws {
    let before = book
    guard try give(order, by: .system) else { throw Difference(description: "time does not decide \(order)") }
    switch order {
    case .validate:
      met.insert("accepted by silence")
      guard before.state == .complet, let declared, declared <= now else {
        throw Difference(description: "silence accepts what was not declared complete")
      }
      let lacked = (before.lastElement...lastDay).filter(before.incomplete.contains)
      if !lacked.isEmpty { throw Difference(description: "silence accepts for days on which something was missing") }
      if Almanac.midnight(lastDay + 1) < declared { met.insert("declared late") }
    case .reject:
      met.insert("rejected by silence")
      if before.isWaiting || before.waited.contains(lastDay) {
        throw Difference(description: "silence rejects for a day on which something was missing")
      }
    case .cancel: met.insert("never answered")
    case .close: met.insert("closed by time")
    case .archive: met.insert("erased")
    default: break
    }
  }

  /// Gives an order to both, unless the machine refuses it.
  private mutating func give(_ order: DemarcheEvent, by principal: Principal) throws -> Bool {
    do { try story.order(order, by: principal, at: now) } catch is DemarcheRefusal { return false }
    let before = book
    book.write(order, by: principal, answers: story.state?.dossier?.answers ?? [:])
    if order == .declareComplete { declared = now }
    tale.append("\(Almanac.text(today)) \(Int(second)) \(order.name) \(detail(of: order)) -> \(book.state)")
    if before.isWaiting, book.state == .incomplet, !book.isWaiting { met.insert("came while incomplet") }
    if case .reopen = order { met.insert("reopened") }
    if case .acceptance = procedure.silence, !before.announced.isEmpty, book.announced.isEmpty {
      if order == .declareComplete { met.insert("announced, given up") }
      if case .receivePiece = order { met.insert("announced, come late") }
    }
    try checkNews(of: order, from: before)
    try compare()
    return true
  }
}
