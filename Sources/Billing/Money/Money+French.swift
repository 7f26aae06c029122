public import WorkflowKernel

/// Why a text is not a French amount.
public enum MoneyParsingError: ExplainableRefusal {
  /// The text is empty or has no digit.
  case noDigits
  /// After the comma there are exactly two digits, or there is no comma: "19,9" and "19,999" could mean anything.
  case notTwoDecimals
  /// Digits are grouped by three or not at all.
  case badGrouping
  /// A character that has no place in a French amount, such as the dot of "19.99".
  case unexpected(Character)
  /// The amount does not fit.
  case overflow

  /// The stable code.
  public var code: String {
    switch self {
    case .noDigits: "money.no-digits"
    case .notTwoDecimals: "money.not-two-decimals"
    case .badGrouping: "money.bad-grouping"
    case .unexpected: "money.unexpected-character"
    case .overflow: "money.overflow"
    }
  }
}

extension Money {
  /// The amount in French: `1 234,56 €`, thousands parted by U+202F, the sign € after U+00A0.
  public var french: String { "\(frenchDigits(groupedBy: "\u{202F}"))\u{A0}€" }

  /// The amount as spreadsheets of French offices read it: `1234,56`, no grouping and no sign of currency.
  public var frenchDecimal: String { frenchDigits(groupedBy: "") }

  private func frenchDigits(groupedBy separator: String) -> String {
    let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let digits = Array(String(euros))
    var text = cents < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text + (rest < 10 ? ",0" : ",") + String(rest)
  }

  /// Reads an amount written in French, with or without `€`, grouped by any kind of space or not grouped.
  ///
  /// What ``french`` prints is read back as the same amount. Throws ``MoneyParsingError``; nothing is rounded.
  public init(french text: String) throws(MoneyParsingError) {
    var rest = Substring(text).trimmingSpaces()
    let isNegative = rest.first == "-" || rest.first == "\u{2212}"
    if isNegative { rest = rest.dropFirst() }
    if rest.last == "€" { rest = rest.dropLast().trimmingSpaces() }

    let halves = rest.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let euros = try Money.ungrouped(halves[0])
    var digits = euros
    if halves.count == 2 {
      digits += try Money.twoDecimals(halves[1])
    } else {
      digits += "00"
    }
    // The sign goes with the digits, so that the smallest amount of all can be read back too.
    guard let cents = Int((isNegative ? "-" : "") + digits) else { throw .overflow }
    self.init(cents: cents)
  }

  private static func ungrouped(_ text: Substring) throws(MoneyParsingError) -> String {
    let groups = text.split(omittingEmptySubsequences: false) { $0.isFrenchSpace }
    for character in groups.joined() where !character.isPlainDigit { throw .unexpected(character) }
    guard let first = groups.first, !text.isEmpty else { throw .noDigits }
    guard groups.count == 1 || ((1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    else { throw .badGrouping }
    return groups.joined()
  }

  private static func twoDecimals(_ text: Substring) throws(MoneyParsingError) -> Substring {
    for character in text where !character.isPlainDigit { throw .unexpected(character) }
    guard text.count == 2 else { throw .notTwoDecimals }
    return text
  }
}

extension Character {
  /// A digit of ASCII; Arabic or full-width digits are digits of other amounts.
  fileprivate var isPlainDigit: Bool { ("0"..."9").contains(self) && isASCII }

  fileprivate var isFrenchSpace: Bool {
    switch self {
    case " ", "\u{A0}", "\u{2009}", "\u{202F}": true
    default: false
    }
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> Substring {
    var trimmed = drop { $0.isFrenchSpace }
    while trimmed.last?.isFrenchSpace == true { trimmed.removeLast() }
    return trimmed
  }
}
