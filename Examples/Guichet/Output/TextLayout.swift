/// How a text is fitted into so many columns.
extension String {
  /// The text in lines of at most so many columns, broken between words, and within a word that is longer than a line.
  func wrapped(to columns: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph -> [String] in
      var lines = [""]
      for word in paragraph.split(separator: " ").flatMap({ String($0).pieces(of: columns) }) {
        let last = lines[lines.count - 1]
        if last.isEmpty {
          lines[lines.count - 1] = word
        } else if last.displayWidth + 1 + word.displayWidth <= columns {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(word)
        }
      }
      return lines
    }
  }

  /// The text in exactly so many columns: filled up with blanks, or cut.
  func fitted(to columns: Int) -> String {
    let width = displayWidth
    if width <= columns { return self + String(repeating: " ", count: columns - width) }
    let head = pieces(of: columns - 1)[0]
    let cut = (head.displayWidth < columns ? head : "") + "…"
    return cut + String(repeating: " ", count: max(columns - cut.displayWidth, 0))
  }

  /// The text cut every so many columns, and never before a mark that belongs to the character before it.
  private func pieces(of columns: Int) -> [String] {
    guard displayWidth > columns else { return [self] }
    var pieces: [String] = []
    var piece = ""
    var width = 0
    for scalar in unicodeScalars {
      width += scalar.displayWidth
      if width > columns, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        width = scalar.displayWidth
      }
      piece.unicodeScalars.append(scalar)
    }
    return pieces + [piece]
  }

  /// As much of what somebody wrote as a refusal repeats.
  var shortened: String {
    let charactersMax = 80
    guard unicodeScalars.dropFirst(charactersMax).first != nil else { return self }
    return String(unicodeScalars.prefix(charactersMax - 1)) + "…"
  }
}
