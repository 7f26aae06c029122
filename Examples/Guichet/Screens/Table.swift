extension Screen {
  /// Some rows under the headings of their columns.
  struct Table: Sendable {
    /// What programs know the table by.
    let name: String
    let heading: String?
    let fields: [Column]
    let records: [Row]
    /// What stands there when there is no row.
    let empty: String

    init(
      _ name: String, _ heading: String? = nil, columns: KeyValuePairs<String, String>, rows: [Row], empty: String
    ) {
      self.name = name
      self.heading = heading
      fields = columns.map { Column(key: $0.key, heading: $0.value) }
      records = rows
      self.empty = empty
    }

    /// A paragraph where no table stands.
    static func text(_ name: String, _ text: String) -> Table { Table(name, columns: [:], rows: [], empty: text) }
  }

  /// What programs find a cell by, and what people read above it.
  struct Column: Sendable {
    let key: String
    let heading: String
  }

  /// One line of a table, and what only programs need of it.
  struct Row: Sendable, ExpressibleByArrayLiteral {
    let cells: [Cell]
    let values: [String: JSONValue]

    init(_ cells: [Cell], values: [String: JSONValue] = [:]) {
      self.cells = cells
      self.values = values
    }

    init(arrayLiteral elements: Cell...) { self.init(elements) }
  }

  /// A text for people and, where it is more than a text, its value for programs.
  struct Cell: Sendable, ExpressibleByStringLiteral {
    let text: String
    let value: JSONValue?
    let isAmount: Bool

    init(_ text: String, _ value: JSONValue? = nil, isAmount: Bool = false) {
      self.text = text
      self.value = value
      self.isAmount = isAmount
    }

    init(stringLiteral value: String) { self.init(value) }
  }
}

extension Screen.Table {
  /// The headings, as the text shows them.
  var columns: [String] { texts[0] }
  /// The cells, as the text shows them.
  var rows: [[String]] { Array(texts.dropFirst()) }

  /// No wider, so that a column that has to yield cuts no amount of a household short.
  private static let amountColumnsMax = 12

  /// The headings, then the rows; amounts stand on the right of their column.
  private var texts: [[String]] {
    var lines = [fields.map(\.heading)] + records.map { $0.cells.map(\.text) }
    for column in fields.indices where records.contains(where: { $0.cells[column].isAmount }) {
      let width = lines.map { $0[column].count }.filter { $0 <= Self.amountColumnsMax }.max() ?? 0
      for index in lines.indices {
        let room = max(width - lines[index][column].count, 0)
        lines[index][column] = String(repeating: " ", count: room) + lines[index][column]
      }
    }
    return lines
  }
}
