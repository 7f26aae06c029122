extension StateGraph {
  /// A state diagram for [Mermaid](https://mermaid.js.org), one arrow from a state to another.
  ///
  /// - Parameter loops: whether to show the events that leave the state as it is.
  public func mermaid(loops: Bool = false) -> String {
    let tokens = Tokens<StateName>(reserved: mermaidWords, prefix: "s_")
    var lines = ["stateDiagram-v2"]
    for state in reachable where tokens[state] != state.rawValue {
      let text = state.rawValue.isEmpty ? tokens[state] : mermaid(state.rawValue)
      lines.append("  state \"\(text)\" as \(tokens[state])")
    }
    for arrow in arrows(loops: loops) {
      let label = label(of: arrow) { mermaid($0) }
      lines.append("  \(arrow.from.map { tokens[$0] } ?? "[*]") --> \(tokens[arrow.to]) : \(label)")
    }
    lines += deadEnds.map { "  \(tokens[$0]) --> [*]" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text without what ends a line or a statement of Mermaid, which writes such characters by number or by name.
  private func mermaid(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\"": "'"
      case "#": "#35;"
      case ":": "#58;"
      case ";": "#59;"
      case "\\": "#92;"
      case "&": "#amp;"
      case "<": "#lt;"
      case ">": "#gt;"
      default: character.isNewline ? " " : String(character)
      }
    }.joined()
  }
}

/// What begins a statement of its own, or ends a block.
private let mermaidWords: Set<String> = [
  "as", "class", "classdef", "click", "default", "direction", "end", "hide", "note", "scale", "state", "style",
]
