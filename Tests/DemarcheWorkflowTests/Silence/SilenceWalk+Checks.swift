import DemarcheWorkflow
import Foundation
import WorkflowKernel

extension SilenceWalk {
  func compare() throws {
    guard let state = story.state else { throw Unexpected() }
    if state.name != book.state { throw Difference(description: "\(state.name), and the book has \(book.state)") }
    let (found, limit) = (story.limits().map(\.instant), book.limit)
    let expected = limit.map { [Almanac.midnight($0.lastDay + 1)] } ?? []
    if found != expected { throw Difference(description: "limits: \(found), and the book has \(expected)") }
    let order = story.machine.deadline(of: state)?.event
    if order != limit?.order {
      let (order, known) = (order.map { "\($0)" }, limit.map { "\($0.order)" })
      throw Difference(description: "time orders \(order ?? "nothing"), and in the book \(known ?? "nothing")")
    }
    try checkExit(from: state)
    guard readsRecords else { return }
    let record = try RecordFormat.encode(state, of: DemarcheMachine.self)
    let read = try RecordFormat.decode(record, of: "d-1", as: DemarcheMachine.self)
    if read != state { throw Difference(description: "the record is read as something else") }
  }

  /// Whether the town or time can lead the démarche on: whatever depends on its applicant alone may never happen.
  private func checkExit(from state: StoredDemarche) throws {
    var ways: [(DemarcheEvent, Principal, Date)] = [
      (.reject(.decision(reason())), People.schoolAgent, now), (.close, People.schoolAgent, now),
      (.reopen(reason()), People.schoolAgent, now),
    ]
    if let deadline = story.machine.deadline(of: state) { ways.append((deadline.event, .system, deadline.instant)) }
    let isLed = ways.contains { order, principal, instant in
      let next = try? story.machine.transition(
        from: state, on: order, in: Context(instant: instant, principal: principal))
      return next.map { $0.state.name != state.name } ?? false
    }
    if !isLed, state.name != .archive { throw Difference(description: "nobody leads on from \(state.name)") }
  }

  /// What is asked for, and what no longer proves anything, is told once, and nothing else is told as if it were.
  mutating func checkNews(of order: DemarcheEvent, from before: SilenceBook) throws {
    var told: [String] = []
    for case .inform(_, let news) in story.effects {
      switch news {
      case .correctionRequested(_, _, let missing, let until): told.append("asked \(missing.sorted()) until \(until)")
      case .pieceDisproved(_, let label): told.append("disproved \(label)")
      default: break
      }
    }
    func label(_ key: PieceKey) -> String { procedure.piece(key)?.label ?? "" }
    let until = Almanac.text(today + procedure.correctionDays)
    var expected: [String] = []
    switch order {
    case .requestCorrection(let request):
      let missing = request.pieces.map(label) + request.fields.map { procedure.field($0)?.label ?? "" }
      expected = ["asked \(missing.sorted()) until \(until)"]
    case .reviewPiece(let key, .refused), .reviewPiece(let key, .outdated):
      switch before.state {
      case .incomplet where before.mustCome(key): expected = ["asked \([label(key)]) until \(until)"]
      case .incomplet, .complet: expected = ["disproved \(label(key))"]
      default: break
      }
      if let first = expected.first {
        met.insert(first.hasPrefix("asked") ? "asked for again" : "disproved in complet")
      }
    default: break
    }
    if told != expected { throw Difference(description: "told \(told), expected \(expected)") }
  }
}
