import WorkflowKernel

extension StateGraph {
  /// A table in Markdown, one transition a row.
  public var markdown: String {
    let rows = edges.map { edge in
      [edge.from?.rawValue ?? "–", edge.event.rawValue, edge.to.rawValue, names(of: edge.principals)].map(cell)
    }
    let lines = [["from", "event", "to", "by"], ["---", "---", "---", "---"]] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// A directed graph for [Graphviz](https://graphviz.org), one arrow from a state to another.
  ///
  /// - Parameter loops: whether to show the events that leave the state as it is.
  public func dot(loops: Bool = false) -> String {
    var lines = ["digraph {", "  rankdir=LR", "  node [shape=box, style=rounded]"]
    if edges.contains(where: { $0.from == nil }) { lines.append("  \"\" [shape=point]") }
    for state in reachable {
      lines.append("  \(node(state))" + (deadEnds.contains(state) ? " [peripheries=2]" : ""))
    }
    for arrow in arrows(loops: loops) {
      let label = quoted(label(of: arrow) { $0 })
      lines.append("  \(arrow.from.map(node) ?? "\"\"") -> \(node(arrow.to)) [label=\(label)]")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  struct Arrow {
    let from: StateName?
    let to: StateName
    let edges: [Edge]
  }

  /// One arrow for all events that lead from one state to another.
  func arrows(loops: Bool) -> [Arrow] {
    let origins: [StateName?] = [nil] + StateName.allCases.map { $0 }
    return origins.flatMap { from in
      StateName.allCases.compactMap { to in
        let between = edges.filter { $0.from == from && $0.to == to && (loops || !$0.isLoop) }
        return between.isEmpty ? nil : Arrow(from: from, to: to, edges: between)
      }
    }
  }

  /// The events of an arrow, written as the notation wants them, with who may cause them.
  func label(of arrow: Arrow, written: (String) -> String) -> String {
    arrow.edges.map { "\(written($0.event.rawValue)) (\(names(of: $0.principals)))" }.joined(separator: ", ")
  }

  func names(of kinds: Set<Principal.Kind>, separator: String = ", ") -> String {
    Principal.Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: separator)
  }

  /// The empty name is that of the record which does not exist yet.
  private func node(_ state: StateName) -> String {
    quoted(state.rawValue.isEmpty ? Tokens<StateName>(prefix: "s_")[state] : state.rawValue)
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("&", with: "&amp;")
    return "\"" + escaped.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\\n")
      + "\""
  }

  private func cell(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
      .replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return escaped.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
  }
}
