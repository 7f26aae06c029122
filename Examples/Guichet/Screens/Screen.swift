import WorkflowKernel

/// A screen of the portal: a title and some tables, within 80 columns.
struct Screen: Sendable {
  static let columnsMax = 80

  let name: String
  let title: String
  let tables: [Table]
  /// Why nothing shows, where nothing does, or why something is shown no more.
  let reasons: [Explanation]
  /// Where a long list goes on.
  let next: String?

  init(_ name: String, title: String, tables: [Table], reasons: [Explanation] = [], next: String? = nil) {
    self.name = name
    self.title = title
    self.tables = tables
    self.reasons = reasons
    self.next = next
  }

  /// The screen in lines of text.
  var lines: [String] {
    let head = "┌─ " + title.fitted(to: min(title.displayWidth, Self.columnsMax - 5)) + " "
    return [head + String(repeating: "─", count: Self.columnsMax - head.displayWidth)]
      + tables.flatMap(\.lines).map { "│ " + $0 } + ["└" + String(repeating: "─", count: Self.columnsMax - 1)]
  }
}

extension Screen.Table {
  /// The cells under one another, each column as wide as its widest cell; the widest column yields where 80 are passed.
  fileprivate var lines: [String] {
    let title = heading?.wrapped(to: Screen.columnsMax - 2) ?? []
    guard !rows.isEmpty else { return title + empty.wrapped(to: Screen.columnsMax - 4).map { "  " + $0 } }
    let room = Screen.columnsMax - 4 - 2 * (columns.count - 1)
    var widths = columns.indices.map { column in
      min(([columns[column]] + rows.map { $0[column] }).map(\.displayWidth).max() ?? 0, room)
    }
    while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] -= 1
    }
    return title
      + ([columns] + rows).map { row in
        "  " + zip(row, widths).map { $0.fitted(to: $1) }.joined(separator: "  ").trimmedEnd
      }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
