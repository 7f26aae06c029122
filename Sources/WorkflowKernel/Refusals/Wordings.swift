/// The sentences that people read, by code; a host replaces those it wants otherwise.
public struct Wordings: Sendable {
  private var sentences: [String: Wording]

  /// Makes a table.
  public init(_ sentences: [String: Wording] = [:]) {
    self.sentences = sentences
  }

  /// The sentence of a code.
  public subscript(code: String) -> Wording? { sentences[code] }

  /// The codes that have a sentence, sorted.
  public var codes: [String] { sentences.keys.sorted() }

  /// This table with the sentences of another one in the place of its own.
  public func replacing(with other: Wordings) -> Wordings {
    Wordings(sentences.merging(other.sentences) { _, new in new })
  }

  /// A sentence with its arguments filled in; a code without a sentence answers for itself.
  public func sentence(for code: String, arguments: [Personal<String>] = []) -> String {
    guard let wording = sentences[code] else { return code }
    return Self.fill(wording.text, with: arguments)
  }

  /// What a refusal says to the person who asked.
  public func explain(_ refusal: some ExplainableRefusal) -> Explanation {
    Explanation(
      code: refusal.code,
      message: sentence(for: refusal.code, arguments: refusal.arguments),
      next: sentences[refusal.code]?.next,
      reasons: refusal.reasons.map {
        Explanation.Reason(code: $0.code, place: $0.place, message: sentence(for: $0.code, arguments: $0.arguments))
      }
    )
  }

  /// What a notice says: the subject, and the body closed by the sentence of the code `notice.footer`.
  public func compose(_ notice: Notice) -> Letter {
    let wording = sentences[notice.code]
    let body = sentence(for: notice.code, arguments: notice.arguments)
    let footer = sentences["notice.footer"].map { "\n\n" + $0.text } ?? ""
    return Letter(
      subject: Self.fill(wording?.subject ?? notice.code, with: notice.arguments),
      body: Personal(body + footer)
    )
  }

  /// Replaces `{0}`, `{1}`… in one pass, so that an argument that looks like a placeholder stays as it is.
  private static func fill(_ text: String, with arguments: [Personal<String>]) -> String {
    guard !arguments.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"), let index = Int(rest[rest.index(after: open)..<close]),
        arguments.indices.contains(index)
      else {
        result.append("{")
        rest = rest.dropFirst()
        continue
      }
      result += arguments[index].value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// What people read under one code.
public struct Wording: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The sentence, with `{0}`, `{1}`… where arguments stand.
  public let text: String
  /// The subject, where the sentence is a message's.
  public let subject: String?
  /// What to do next, where there is something to do.
  public let next: String?

  /// Words a code.
  public init(_ text: String, subject: String? = nil, next: String? = nil) {
    self.text = text
    self.subject = subject
    self.next = next
  }

  /// Words a code by its sentence alone.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

/// A refusal in words.
public struct Explanation: Hashable, Codable, Sendable {
  /// The stable code of the refusal.
  public let code: String
  /// The sentence the person reads.
  public let message: String
  /// What to do next, where there is something to do.
  public let next: String?
  /// Every single reason, in words.
  public let reasons: [Reason]

  /// One reason in words.
  public struct Reason: Hashable, Codable, Sendable {
    /// The stable code of the reason.
    public let code: String
    /// What the reason is about, such as the key of a field.
    public let place: String?
    /// The sentence the person reads.
    public let message: String
  }
}
