extension Ledger {
  /// The ledger as the spreadsheets of French offices open it: UTF-8 text, semicolons, decimal commas, lines ended by
  /// CR LF as RFC 4180 has it.
  ///
  /// - Parameters:
  ///   - names: what to write in the place of the identifiers of the régies.
  ///   - byteOrderMark: whether to begin with the mark by which Excel tells UTF-8 from its own encoding.
  public func csv(names: [RegieID: String] = [:], byteOrderMark: Bool = false) -> String {
    let header = ["Régie", "Date", "Payé", "Soldé", "Avoirs", "À rembourser", "À traiter"]
    let rows = days.map { day in
      [names[day.regie] ?? day.regie.rawValue, day.date.frenchShort]
        + [day.balance.paid, day.balance.settled, day.balance.credited, day.balance.refunded, day.balance.open]
        .map(\.frenchDecimal)
    }
    return (byteOrderMark ? "\u{FEFF}" : "")
      + ([header] + rows).map { row in
        row.map { CSVField.quoted($0) }.joined(separator: ";") + "\r\n"
      }.joined()
  }
}

/// One field of a CSV file.
enum CSVField {
  /// Quotes a field where its content asks for it, and keeps a spreadsheet from taking a text for a formula.
  ///
  /// A text that begins as a formula does gets an apostrophe before it; an amount such as `-5,00` is left alone.
  static func quoted(_ text: String) -> String {
    let plain = startsFormula(text) ? "'" + text : text
    guard plain.unicodeScalars.contains(where: { ";\"\r\n\t,".unicodeScalars.contains($0) }) else { return plain }
    guard !isAmount(plain) else { return plain }
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }

  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !isAmount(text) else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  private static func isAmount(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "-,0123456789".unicodeScalars.contains($0) }
      && (try? Money(french: text)) != nil
  }
}
