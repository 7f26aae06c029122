import DemarcheWorkflow
import WorkflowKernel

/// What silence means for one file, kept as a clerk would on paper: what lies in the folder, what was asked for, and a
/// mark for each day that ended with something still to come.
struct SilenceBook {
  /// What lies in the folder in the place of one piece.
  enum Paper: Hashable {
    case nothing, announced, file(Digest), sheet, accepted, disproved, waived

    var hasCome: Bool { self != .nothing && self != .announced && self != .disproved }
  }

  private let procedure: Procedure
  private(set) var state = DemarcheStateName.enCours
  private var today: Int
  private var papers: [PieceKey: Paper]
  private var answers: Answers
  /// The pieces that the last request for correction named; once the file is sent again, those still to come.
  private(set) var asked: Set<PieceKey> = []
  /// The fields that it named, and what they said.
  private var doubted: [FieldKey: FieldAnswer?] = [:]
  private var requested = 0
  /// Whether something asked for is still to come: what has come once has come, even if it is taken back.
  private(set) var isWaiting = false
  /// The day of reception, or of the reopening.
  private var begun: Int
  /// The day the last element came, or the town did without.
  private(set) var lastElement: Int
  /// The days that ended with something asked for still to come.
  private(set) var waited: Set<Int> = []
  /// The days that ended with anything lacking.
  private(set) var incomplete: Set<Int> = []
  /// The day of the last decision, or of the end.
  private var ended = 0
  /// The day the file was last declared complete.
  private var declared = 0

  /// Begins with what was received on a day.
  init(_ procedure: Procedure, papers: [PieceKey: Paper], answers: Answers, on day: Int) {
    self.procedure = procedure
    self.papers = papers
    self.answers = answers
    (today, begun, lastElement) = (day, day, day)
  }
}

extension SilenceBook {
  private var isAllergic: Bool { answers["allergie"] == .yesNo(true) }
  private var shown: Set<FieldKey> {
    isAllergic
      ? ["ecole", "allergie", "courriel", "rentree", "regime"] : ["ecole", "allergie", "courriel", "rentree"]
  }
  private var required: Set<PieceKey> { isAllergic ? ["domicile", "vaccins"] : ["domicile"] }
  private var unanswered: Set<FieldKey> { shown.subtracting(["rentree"]).filter { answers[$0] == nil } }
  private func paper(_ key: PieceKey) -> Paper { papers[key] ?? .nothing }
  func mustCome(_ key: PieceKey) -> Bool { required.union(asked).contains(key) }
  var isDisproved: Bool { papers.values.contains(.disproved) }

  /// Whether what an agent asked for is there, and what the answers given since make necessary at least announced.
  private var hasAllThatWasAsked: Bool {
    unanswered.isEmpty && doubted.allSatisfy { answers[$0.key] != $0.value }
      && asked.allSatisfy { paper($0).hasCome }
      && required.subtracting(asked).allSatisfy { ![.nothing, .disproved].contains(paper($0)) }
  }

  /// The pieces that were asked for and are still to come, though the file was sent again.
  var announced: Set<PieceKey> { state == .enCours ? asked.filter { paper($0) == .announced } : [] }

  /// Whether the file is not complete.
  var isLacking: Bool {
    isWaiting || isDisproved || !unanswered.isEmpty || !required.union(asked).allSatisfy { paper($0).hasCome }
  }

  /// The last day before time decides, and what it then decides.
  var limit: (lastDay: Int, order: DemarcheEvent)? {
    switch (state, procedure.silence) {
    case (.incomplet, _) where isWaiting: (requested + procedure.correctionDays, .cancel(.expiry))
    case (.complet, .acceptance(let months)):
      isDisproved ? nil : (Almanac.day(months, monthsAfter: lastElement), .validate(.silence))
    case (.enCours, .rejection(let months)), (.incomplet, .rejection(let months)), (.complet, .rejection(let months)):
      (Almanac.day(months, monthsAfter: begun) + waited.count, .reject(.silence))
    case (.valide, _): (closing, .close)
    case (.rejete, _), (.annule, _), (.clos, _):
      (Almanac.day(procedure.retentionMonths, monthsAfter: ended), .archive(.retention))
    default: nil
    }
  }

  private var closing: Int {
    if let end = procedure.seasonEnd.map({ Almanac.number($0.description) }), ended <= end { return end }
    return Almanac.day(2, monthsAfter: ended)
  }
}

extension SilenceBook {
  /// Turns the pages up to a day, with a mark on each that ends with something to come.
  mutating func turn(to day: Int) {
    for page in today..<day {
      if isWaiting { waited.insert(page) }
      if isLacking { incomplete.insert(page) }
    }
    today = day
  }

  /// Writes an order down; what the form makes of the answers is the form's affair.
  mutating func write(_ order: DemarcheEvent, by principal: Principal, answers given: Answers) {
    let (wasLacking, limit) = (isLacking, limit)
    let adds = enter(order, given)
    if state != .incomplet || hasAllThatWasAsked { isWaiting = false }
    // What time decides, it decides the day after the limit, however late the town looks; nobody is told before the file
    // was declared complete.
    if let limit, case .system = principal { ended = max(limit.lastDay + 1, declared) }
    if adds || wasLacking && !isLacking { lastElement = today }
  }

  /// Whether the order brought an element of the file.
  private mutating func enter(_ order: DemarcheEvent, _ given: Answers) -> Bool {
    switch order {
    case .answer:
      let before = answers
      answers = given
      let changed = shown.filter { given[$0] != nil && given[$0] != before[$0] }
      return !changed.isEmpty
    case .supplyPiece(let key, let file):
      return take(key, as: .file(file.digest), isSame: paper(key) == .file(file.digest))
    case .receivePiece(let key):
      // The paper of what was uploaded already is nothing new.
      if case .file = paper(key) { return take(key, as: .sheet, isSame: true) }
      return take(key, as: .sheet, isSame: paper(key) == .sheet)
    case .announcePiece(let key): papers[key] = .announced
    case .reviewPiece(let key, let verdict): review(key, verdict)
    case .requestCorrection(let request):
      (state, requested, isWaiting, asked) = (.incomplet, today, true, Set(request.pieces))
      doubted = Dictionary(request.fields.map { ($0, answers[$0]) }) { first, _ in first }
      for key in request.pieces where paper(key) != .nothing { papers[key] = .disproved }
    case .resubmit: (state, asked, doubted) = (.enCours, asked.filter { !paper($0).hasCome }, [:])
    case .declareComplete: (state, asked, doubted, declared) = (.complet, [], [:], today)
    case .validate: (state, ended) = (.valide, today)
    case .reject: (state, ended) = (.rejete, today)
    case .cancel: (state, ended) = (.annule, today)
    case .close: (state, ended) = (.clos, today)
    case .archive: state = .archive
    case .reopen:
      (state, begun, lastElement, waited, asked, doubted) = (.enCours, today, today, [], [], [:])
    case .open, .submit, .takeUp, .note, .consult, .warn: break
    }
    return false
  }

  private mutating func take(_ key: PieceKey, as paper: Paper, isSame: Bool) -> Bool {
    let counts = mustCome(key)
    papers[key] = paper
    return counts && !isSame
  }

  private mutating func review(_ key: PieceKey, _ verdict: PieceVerdict) {
    switch verdict {
    case .accepted: papers[key] = .accepted
    case .waived:
      papers[key] = .waived
    case .refused, .outdated:
      papers[key] = .disproved
      guard state == .incomplet, mustCome(key) else { return }
      asked.insert(key)
      (requested, isWaiting) = (today, true)
    }
  }
}
