import WorkflowKernel

extension StateGraph {
  /// A state chart in [SCXML](https://www.w3.org/TR/scxml/), for tools that check or simulate one.
  ///
  /// The record that does not exist yet is the state `_new`. Identifiers and events of SCXML are words: what else stands
  /// in a name becomes a low line, and names that are then alike get a number. SCXML knows no principals; they are an
  /// attribute of another namespace, which tools pass over.
  public var scxml: String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:by="urn:principals" version="1.0" initial="_new">"#,
    ]
    let states = Tokens<StateName>(prefix: "s_")
    // No full stop: the event `pay` would stand for `pay.late` too.
    let events = Tokens<EventName>(allowing: ["-"], prefix: "e_")
    for state in [nil] + reachable.map(StateName?.some) {
      let id = state.map { states[$0] } ?? "_new"
      let leaving = edges.filter { $0.from == state }
      // A final state of SCXML has no transition at all.
      if leaving.isEmpty {
        lines.append("  <final id=\"\(id)\"/>")
        continue
      }
      lines.append("  <state id=\"\(id)\">")
      lines += leaving.map { edge in
        "    <transition event=\"\(events[edge.event])\" target=\"\(states[edge.to])\""
          + " by:principals=\"\(names(of: edge.principals, separator: " "))\"/>"
      }
      lines.append("  </state>")
    }
    return (lines + ["</scxml>"]).joined(separator: "\n") + "\n"
  }
}
