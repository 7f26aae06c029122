import DemarcheWorkflow
import Foundation

/// Plays a scenario line by line: what one line does wrong concerns that line alone.
struct Player {
  private let town: TownHall
  private var printer: Printer
  private var scene = Scene()
  private var saved = SavedResults()

  init(_ town: TownHall, _ printer: Printer) {
    self.town = town
    self.printer = printer
  }

  /// - Returns: how many lines were refused.
  mutating func play(_ reader: LineReader) async throws -> Int {
    var reader = reader
    var number = 0
    var refused = 0
    while true {
      if reader.mayWait { try printer.flush() }
      guard let line = try reader.next() else { return refused }
      number += 1
      if line.isPassedOver { continue }
      if try await !play(line, number) { refused += 1 }
    }
  }

  private mutating func play(_ line: LineReader.Line, _ number: Int) async throws -> Bool {
    var read: ScenarioLine?
    do {
      let line = try ScenarioLine(try values(of: line), in: &scene, with: saved, town.calendar)
      read = line
      guard let order = Order.byName[line.order] else { throw LineFault.unknownOrder(line.order) }
      let call = Call(
        context: line.context, key: line.key, seen: line.seen,
        arguments: try Arguments(line.values, for: order.fields))
      let outcome = try await order.run(call, town)
      if let name = line.save { saved.keep(outcome.result, as: name) }
      printer.accepted(number, line, outcome)
      try await deliver(at: line.context.instant, number)
      return true
    } catch let refusal as any ExplainableRefusal {
      printer.refused(number, read, town.wordings.explain(refusal))
      // What is sent although an order is refused, such as the notice of a locked door, leaves too.
      if let read { try await deliver(at: read.context.instant, number) }
      return false
    } catch {
      // What no rule foresaw stays with its line: the others are played.
      printer.refused(number, read, town.wordings.explain(LineFault.outOfOrder))
      return false
    }
  }

  private mutating func values(of line: LineReader.Line) throws(LineFault) -> [String: JSONValue] {
    do { return try line.values() } catch {
      scene.forget()
      throw error
    }
  }

  private mutating func deliver(at instant: Date, _ number: Int) async throws {
    try await town.deliver(at: instant)
    for mail in town.mailbox.takeUnread() { printer.sent(number, mail) }
  }
}
