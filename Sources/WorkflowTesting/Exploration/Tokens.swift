import WorkflowKernel

/// Names as identifiers of a notation that allows few characters: each its own, however alike two names look in it.
struct Tokens<Names: Name> {
  private let tokens: [Names: String]

  /// Keeps ASCII letters, digits, low lines and what else is allowed; begins with a letter, and is no reserved word.
  init(allowing others: Set<Character> = [], reserved: Set<String> = [], prefix: String) {
    func isAllowed(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
    }
    func folded(_ name: Names) -> String {
      let token = String(name.rawValue.map { isAllowed($0) ? $0 : "_" })
      let isWord = token.first?.isLetter == true && !reserved.contains(token.lowercased())
      return isWord ? token : prefix + token
    }
    var tokens: [Names: String] = [:]
    var taken: Set<String> = []
    // What needs no change keeps its name; the others make room.
    let unchanged = Names.allCases.filter { folded($0) == $0.rawValue }
    for name in unchanged + Names.allCases.filter({ !unchanged.contains($0) }) {
      var token = folded(name)
      var count = 1
      while !taken.insert(token).inserted {
        count += 1
        token = "\(folded(name))_\(count)"
      }
      tokens[name] = token
    }
    self.tokens = tokens
  }

  subscript(name: Names) -> String { tokens[name] ?? name.rawValue }
}
