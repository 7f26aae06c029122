import Foundation
import WorkflowKernel

extension Field {
  /// How a list is read page by page.
  static let paging: [Field] = [
    .optional("after", .string, "la suite d’une liste, telle que la page d’avant l’a donnée (next)"),
    .optional("limit", .integer, "combien de lignes au plus (50)"),
  ]
}

extension Arguments {
  /// How many lines a page may have.
  static let limitMax = 100

  func limit() throws(LineFault) -> Int {
    let limit = optionalInteger("limit") ?? 50
    guard (1...Self.limitMax).contains(limit) else { throw wrongValue("limit") }
    return limit
  }

  func cursor() throws(LineFault) -> PageCursor? {
    guard let text = optionalString("after") else { return nil }
    guard let cursor = PageCursor(text: text) else { throw wrongValue("after") }
    return cursor
  }
}

extension PageCursor {
  /// The place as a line of a scenario, or the address of a page, carries it.
  var text: String { "\(instant.formatted(.iso8601))/\(id)" }

  fileprivate init?(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, let instant = try? Date(String(parts[0]), strategy: .iso8601) else { return nil }
    self.init(instant: instant, id: String(parts[1]))
  }
}
