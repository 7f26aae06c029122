/// The secret by which somebody without an account follows their démarche (F29): shown once, at submission.
///
/// 16 symbols of 32, so 80 random bits; letters and digits that look alike are left out. Only its hash is kept.
public struct VisitorCode: Sendable {
  private let symbols: String

  /// Draws a code.
  public init(using generator: inout some RandomNumberGenerator) {
    symbols = String((0..<16).map { _ in Self.alphabet[Int(generator.next() >> 59)] })
  }

  /// Reads a code as people type it: case, spaces and hyphens do not matter; `nil` for anything else than a code.
  public init?(_ text: String) {
    guard text.utf8.count <= Self.bytesMax else { return nil }
    let typed = text.uppercased().filter { !" -\u{A0}\u{202F}\u{2011}".contains($0) }
    guard typed.count == 16, typed.allSatisfy(Self.alphabet.contains) else { return nil }
    symbols = typed
  }

  /// The code in groups of four, for the applicant's eyes only.
  public var secret: Personal<String> {
    let characters = Array(symbols)
    return Personal(
      stride(from: 0, to: 16, by: 4).map { String(characters[$0..<($0 + 4)]) }.joined(separator: "-"))
  }

  /// What is kept of the code, bound to the request number.
  public func hash(for number: RequestNumber) -> Digest { Digest(of: "visitor-code", number.digits, symbols) }

  /// Sixteen symbols with room for separators; what is longer is no code, and is not read.
  private static let bytesMax = 100
  private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
}

extension VisitorCode: CustomStringConvertible, CustomReflectable {
  /// Always `<secret>`.
  public var description: String { "<secret>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
