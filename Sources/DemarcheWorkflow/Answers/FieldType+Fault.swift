import CivilTime

extension FieldType {
  /// What is wrong with an answer that is in its kept form, if anything.
  func fault(of answer: FieldAnswer, on today: CivilDate, household: [KnownMember]) -> FieldFault? {
    switch (self, answer) {
    case (.text(let limits), .text(let text)): limits.fault(of: text, allowsLines: false)
    case (.longText(let limits), .text(let text)): limits.fault(of: text, allowsLines: true)
    case (.integer(let bounds), .integer(let number)):
      bounds.fault(of: number, below: { .tooSmall(min: $0) }, above: { .tooLarge(max: $0) })
    case (.money(let bounds), .money(let cents)):
      Bounds(min: bounds.min ?? 0, max: bounds.max).fault(
        of: cents, below: { .amountTooSmall(minCents: $0) }, above: { .amountTooLarge(maxCents: $0) })
    case (.date(let bounds), .date(let date)):
      Bounds(min: bounds.min?.date(on: today), max: bounds.max?.date(on: today))
        .fault(of: date, below: { .tooEarly(first: $0) }, above: { .tooLate(last: $0) })
    case (.yesNo, .yesNo): nil
    case (.confirmation, .yesNo(let confirmed)): confirmed ? nil : .notConfirmed
    case (.choice(let options), .choice(let key)): options.contains { $0.key == key } ? nil : .unknownOption
    case (.choices(let options, let count), .choices(let keys)):
      keys.allSatisfy { key in options.contains { $0.key == key } }
        ? count.fault(of: keys.count, below: { .tooFew(min: $0) }, above: { .tooMany(max: $0) })
        : .unknownOption
    case (.email, .text(let text)): EmailAddress(text) == nil ? .email : nil
    case (.telephone, .text(let text)): Telephone(text) == nil ? .telephone : nil
    case (.postcode, .text(let text)): Postcode(text) == nil ? .postcode : nil
    case (.address(let area), .address(let address)): address.isComplete(in: area) ? nil : .address
    case (.member(let rule), .member(let id)):
      household.contains { $0.id == id && rule.admits($0.kind) } ? nil : .unknownMember
    case (.text, _), (.longText, _), (.integer, _), (.money, _), (.date, _), (.yesNo, _), (.confirmation, _),
      (.choice, _), (.choices, _), (.email, _), (.telephone, _), (.postcode, _), (.address, _), (.member, _):
      .wrongKind
    }
  }
}

extension Bounds where Value: Comparable {
  fileprivate func fault(
    of value: Value, below: (Value) -> FieldFault, above: (Value) -> FieldFault
  ) -> FieldFault? {
    if let min, value < min { return below(min) }
    if let max, value > max { return above(max) }
    return nil
  }
}

extension TextLimits {
  fileprivate func fault(of text: String, allowsLines: Bool) -> FieldFault? {
    guard !text.isLonger(than: max) else { return .tooLong(max: max) }
    guard text.unicodeScalars.count >= min else { return .tooShort(min: min) }
    let isPrintable = text.unicodeScalars.allSatisfy { !$0.isUnprintable || (allowsLines && $0 == "\n") }
    guard isPrintable else { return .unprintable }
    if let pattern, !pattern.matches(text) { return .pattern(pattern) }
    return nil
  }
}

extension TextPattern {
  fileprivate func matches(_ text: String) -> Bool {
    switch self {
    case .name:
      text.unicodeScalars.allSatisfy(Self.isOfName) && text.unicodeScalars.contains { $0.properties.isAlphabetic }
    case .digits: text.utf8.allSatisfy(\.isASCIIDigit)
    case .alphanumeric: text.utf8.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter }
    }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", " ", "\u{A0}", "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", ".", "\u{B7}": true
    default: !scalar.isASCII && !scalar.isInvisible && (scalar.properties.isAlphabetic || scalar.isMark)
    }
  }
}

extension Unicode.Scalar {
  /// Whether this is written on a letter: many scripts have no other way to write a vowel.
  fileprivate var isMark: Bool { [.nonspacingMark, .spacingMark].contains(properties.generalCategory) }
}
