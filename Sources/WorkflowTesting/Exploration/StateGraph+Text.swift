import WorkflowKernel

extension StateGraph {
  /// A table in Markdown, one transition a row.
  public var markdown: String {
    let rows = edges.map { edge in
      [edge.from?.rawValue ?? "–", edge.event.rawValue, edge.to.rawValue, names(of: edge.principals)]
    }
    let lines = [["from", "event", "to", "by"], ["---", "---", "---", "---"]] + rows
    return lines.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
  }

  /// A state diagram for [Mermaid](https://mermaid.js.org), one arrow from a state to another.
  ///
  /// - Parameter loops: whether to show the events that leave the state as it is.
  public func mermaid(loops: Bool = false) -> String {
    var lines = ["stateDiagram-v2"]
    for state in reachable where token(state) != state.rawValue {
      lines.append("  state \"\(state.rawValue.replacing("\"", with: "'"))\" as \(token(state))")
    }
    for arrow in arrows(loops: loops) {
      lines.append("  \(arrow.from.map(token) ?? "[*]") --> \(token(arrow.to)) : \(arrow.label)")
    }
    lines += deadEnds.map { "  \(token($0)) --> [*]" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A directed graph for [Graphviz](https://graphviz.org), one arrow from a state to another.
  ///
  /// - Parameter loops: whether to show the events that leave the state as it is.
  public func dot(loops: Bool = false) -> String {
    var lines = ["digraph {", "  rankdir=LR", "  node [shape=box, style=rounded]"]
    if edges.contains(where: { $0.from == nil }) { lines.append("  \"\" [shape=point]") }
    for state in reachable {
      lines.append("  \(quoted(state.rawValue))" + (deadEnds.contains(state) ? " [peripheries=2]" : ""))
    }
    for arrow in arrows(loops: loops) {
      let ends = "\(quoted(arrow.from?.rawValue ?? "")) -> \(quoted(arrow.to.rawValue))"
      lines.append("  \(ends) [label=\(quoted(arrow.label))]")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// A state chart in [SCXML](https://www.w3.org/TR/scxml/), for tools that check or simulate one.
  ///
  /// The record that does not exist yet is the state `_new`. SCXML knows no principals; they are an attribute of
  /// another namespace, which tools pass over.
  public var scxml: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:by="urn:principals" version="1.0" initial="_new">"#,
    ]
    lines += element(of: nil)
    for state in reachable { lines += element(of: state) }
    return (lines + ["</scxml>"]).joined(separator: "\n") + "\n"
  }

  private func element(of state: StateName?) -> [String] {
    let leaving = edges.filter { $0.from == state }
    let id = escaped(state.map(token) ?? "_new")
    // A final state of SCXML has no transition at all.
    if leaving.isEmpty { return ["  <final id=\"\(id)\"/>"] }
    let transitions = leaving.map { edge in
      "    <transition event=\"\(escaped(edge.event.rawValue))\" target=\"\(escaped(token(edge.to)))\""
        + " by:principals=\"\(names(of: edge.principals, separator: " "))\"/>"
    }
    return ["  <state id=\"\(id)\">"] + transitions + ["  </state>"]
  }

  private struct Arrow {
    let from: StateName?
    let to: StateName
    let label: String
  }

  /// One arrow for all events that lead from one state to another.
  private func arrows(loops: Bool) -> [Arrow] {
    let origins: [StateName?] = [nil] + StateName.allCases.map { $0 }
    return origins.flatMap { from in
      StateName.allCases.compactMap { to in
        let between = edges.filter { $0.from == from && $0.to == to && (loops || !$0.isLoop) }
        guard !between.isEmpty else { return nil }
        let labels = between.map { "\($0.event.rawValue) (\(names(of: $0.principals)))" }
        return Arrow(from: from, to: to, label: labels.joined(separator: ", "))
      }
    }
  }

  private func names(of kinds: Set<Principal.Kind>, separator: String = ", ") -> String {
    Principal.Kind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: separator)
  }

  /// The name as an identifier of Mermaid and XML: letters, digits and low lines, no digit first.
  private func token(_ state: StateName) -> String {
    let name = String(state.rawValue.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return name.first?.isLetter == true ? name : "s_" + name
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
