extension Outcome {
  /// A page of a list, and where it goes on.
  init(list screen: Screen, _ result: [String: JSONValue] = [:]) {
    var result = result
    result["next"] = JSONValue(screen.next)
    self.init(.object(result), screen: screen)
    if let next = screen.next { lines.append("La suite\u{A0}: \(next)") }
  }
}
