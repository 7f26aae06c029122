/// A screen of the portal: a title and some tables, within 80 columns.
struct Screen: Sendable {
  static let columnsMax = 80

  struct Table: Sendable {
    let heading: String?
    let columns: [String]
    let rows: [[String]]
    let empty: String

    init(_ heading: String? = nil, columns: [String], rows: [[String]], empty: String) {
      self.heading = heading
      self.columns = columns
      self.rows = rows
      self.empty = empty
    }
  }

  let name: String
  let title: String
  let tables: [Table]

  init(_ name: String, title: String, tables: [Table]) {
    self.name = name
    self.title = title
    self.tables = tables
  }

  /// The screen in lines of text.
  var lines: [String] {
    let head = "┌─ " + title.fitted(to: min(title.displayWidth, Self.columnsMax - 5)) + " "
    return [head + String(repeating: "─", count: Self.columnsMax - head.displayWidth)]
      + tables.flatMap(\.lines).map { "│ " + $0 } + ["└" + String(repeating: "─", count: Self.columnsMax - 1)]
  }

  /// The screen for programs.
  var json: JSONValue {
    [
      "screen": .string(name),
      "title": .string(title),
      "tables": .array(
        tables.map { table in
          [
            "heading": JSONValue(table.heading),
            "rows": .array(
              table.rows.map { row in
                .object(Dictionary(zip(table.columns, row.map { .string($0) })) { first, _ in first })
              }),
          ]
        }),
    ]
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
