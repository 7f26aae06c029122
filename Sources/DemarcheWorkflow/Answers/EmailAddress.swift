/// An e-mail address as people have them: a dot-atom, an at sign, a domain of two labels or more.
///
/// Narrower than RFC 5321 on purpose: quoted names, address literals and non-ASCII names are nearly always mistakes in
/// a form, and the first message would be lost.
struct EmailAddress {
  /// The address without blanks around it, its domain in lower case.
  let text: String

  init?(_ text: String) {
    guard text.utf8.count <= Self.bytesMax * 2 else { return nil }
    let trimmed = text.tidied
    let parts = trimmed.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard trimmed.utf8.count <= Self.bytesMax, parts.count == 2,
      Self.isLocal(parts[0]), Self.isDomain(parts[1])
    else { return nil }
    self.text = Substring(parts[0]) + "@" + Substring(parts[1]).lowercased()
  }

  private static func isLocal(_ local: Substring.UTF8View) -> Bool {
    guard (1...localBytesMax).contains(local.count) else { return false }
    return local.split(separator: dot, omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || atomMarks.contains($0) }
    }
  }

  private static func isDomain(_ domain: Substring.UTF8View) -> Bool {
    let labels = domain.split(separator: dot, omittingEmptySubsequences: false)
    guard let last = labels.last, labels.count > 1, last.count > 1, !last.allSatisfy(\.isASCIIDigit) else {
      return false
    }
    return labels.allSatisfy { label in
      (1...labelBytesMax).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || $0 == hyphen }
    }
  }

  /// The limits of RFC 5321, 4.5.3.1, and of RFC 1035.
  private static let bytesMax = 254
  private static let localBytesMax = 64
  private static let labelBytesMax = 63
  private static let dot = UInt8(ascii: ".")
  private static let hyphen = UInt8(ascii: "-")
  /// RFC 5322, 3.2.3.
  private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}
