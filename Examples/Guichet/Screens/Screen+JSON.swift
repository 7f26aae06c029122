import WorkflowKernel

extension Screen {
  /// The screen for programs: keys that no wording changes, and the texts that people read.
  var json: JSONValue {
    [
      "screen": .string(name), "title": .string(title), "tables": .array(tables.map(\.json)),
      "reasons": .array(reasons.map { ["code": .string($0.code), "message": .string($0.message)] }),
      "next": JSONValue(next),
    ]
  }
}

extension Screen.Table {
  fileprivate var json: JSONValue {
    [
      "table": .string(name), "heading": JSONValue(heading),
      "columns": .array(fields.map { ["key": .string($0.key), "heading": .string($0.heading)] }),
      "rows": .array(records.map { $0.json(under: fields) }),
      "empty": records.isEmpty ? .string(empty) : .null,
    ]
  }
}

extension Screen.Row {
  /// The text of each cell under the key of its column; under `values`, what programs compute with.
  fileprivate func json(under fields: [Screen.Column]) -> JSONValue {
    var row: [String: JSONValue] = [:]
    var values = values
    for (field, cell) in zip(fields, cells) {
      row[field.key] = .string(cell.text)
      values[field.key] = cell.value
    }
    row["values"] = .object(values)
    return .object(row)
  }
}
