import Foundation
import WorkflowKernel

/// One order that a scenario can give: its name, its fields, and what it does at the town hall.
struct Order: Sendable {
  let name: String
  let help: String
  let fields: [Field]
  let run: @Sendable (Call, TownHall) async throws -> Outcome

  init(
    _ name: String, _ help: String, _ fields: [Field] = [],
    run: @escaping @Sendable (Call, TownHall) async throws -> Outcome
  ) {
    self.name = name
    self.help = help
    self.fields = fields
    self.run = run
  }

  /// Every order, by leaf.
  static let all: [Order] =
    clock + registration + access + accounts + demarches + townBilling + billing + payments

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// An order as one line gives it.
struct Call: Sendable {
  let context: Context
  let key: RequestKey?
  let seen: Revision?
  let arguments: Arguments
}

/// What an accepted order shows.
struct Outcome: Sendable {
  /// For programs.
  var result: JSONValue
  /// For people, in French.
  var lines: [String]
  /// The screen that the order asked for.
  var screen: Screen?

  init(_ result: JSONValue = [:], _ lines: String..., screen: Screen? = nil) {
    self.result = result
    self.lines = lines
    self.screen = screen
  }
}
