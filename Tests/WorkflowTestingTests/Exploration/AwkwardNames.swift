import WorkflowKernel
import WorkflowTesting

/// Names that no notation likes: alike once folded, words of their own, broken lines, nothing at all.
enum AwkwardState: String, Name {
  case blank = "en cours"
  case hyphen = "en-cours"
  case plain = "en_cours"
  case taken = "en_cours_2"
  case acute = "refusé"
  case grave = "refusà"
  case end
  case state
  case note
  case quoted = "q\"\\"
  case broken = "x\ny|z"
  case empty = ""
}

enum AwkwardEvent: String, Name {
  case statement = "pay: ok; <b> #1"
  case blank = "hand in"
  case lowLine = "hand_in"
  case markup = "a\"b&'>"
  case broken = "l1\r\nl2"
  case dotted = "pay.late"
}

extension StateGraph<AwkwardState, AwkwardEvent> {
  /// Every state from the one before it, by every event in turn.
  static var awkward: Self {
    let events = AwkwardEvent.allCases
    let states = AwkwardState.allCases
    let origins: [AwkwardState?] = [nil] + states.dropLast().map { $0 }
    return StateGraph(
      edges: zip(origins, states).enumerated().map { index, ends in
        Edge(from: ends.0, event: events[index % events.count], to: ends.1, principals: [.agent])
      })
  }
}
