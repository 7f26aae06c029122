import WorkflowKernel

extension Arguments {
  /// One of the cases of an enum, by its text; another text is told which there are.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(LineFault) -> Choice {
    guard let choice = Choice(rawValue: try string(name)) else {
      throw .fields([
        RefusalReason("line.wrong-choice", at: name, arguments: [Personal(name), Personal(Field.texts(of: type))])
      ])
    }
    return choice
  }
}

extension Field {
  static func required<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, oneOf type: Choice.Type, _ help: String
  ) -> Field {
    .required(name, .string, "\(help)\u{A0}: \(texts(of: type))")
  }

  static func optional<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, oneOf type: Choice.Type, _ help: String
  ) -> Field {
    .optional(name, .string, "\(help)\u{A0}: \(texts(of: type))")
  }

  /// The texts of an enum as one enumerates in French: "a, b ou c".
  fileprivate static func texts<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> String {
    let texts = type.allCases.map(\.rawValue)
    guard let last = texts.last, texts.count > 1 else { return texts.joined() }
    return texts.dropLast().joined(separator: ", ") + " ou " + last
  }
}
