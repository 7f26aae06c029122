import WorkflowKernel

/// A screen of the portal: a title and some tables, within 80 columns.
struct Screen: Sendable {
  static let columnsMax = 80

  let name: String
  let title: String
  let tables: [Table]
  /// Why nothing shows, where nothing does.
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
    let head = "┌─ \(title) "
    return [head + String(repeating: "─", count: max(Self.columnsMax - head.count, 0))]
      + tables.flatMap(\.lines).map { "│ " + $0 } + ["└" + String(repeating: "─", count: Self.columnsMax - 1)]
  }
}

extension Screen.Table {
  /// The cells under one another, each column as wide as its widest cell; the widest column yields where 80 are passed.
  fileprivate var lines: [String] {
    let title = heading.map { [$0] } ?? []
    guard !rows.isEmpty else { return title + empty.wrapped(to: Screen.columnsMax - 4).map { "  " + $0 } }
    var widths = columns.indices.map { column in
      ([columns[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0
    }
    let room = Screen.columnsMax - 4 - 2 * (columns.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] -= 1
    }
    return title
      + ([columns] + rows).map { row in
        "  " + zip(row, widths).map { Self.fit($0, $1) }.joined(separator: "  ").trimmedEnd
      }
  }

  private static func fit(_ text: String, _ width: Int) -> String {
    text.count > width
      ? String(text.prefix(max(width - 1, 0))) + "…"
      : text + String(repeating: " ", count: width - text.count)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }

  /// The text in lines of at most so many columns, broken between words.
  func wrapped(to columns: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph -> [String] in
      var lines: [String] = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = String(word)
        } else if last.count + 1 + word.count <= columns {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
  }
}
