import WorkflowKernel

extension RequestKey {
  /// The key of an order that follows from an effect; identifiers may be so long that together they are no key.
  ///
  /// A longer text keeps its beginning and ends in two sums over all of it, which are the same on every server and in
  /// every version.
  init(derivedFrom text: String) throws(InvalidRequestKey) {
    guard text.utf8.count > 255 else {
      try self.init(text)
      return
    }
    let sums = [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4].map { Self.sum(of: text, from: $0) }
    // No scalar is longer than four bytes.
    let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(50)))
    try self.init("\(beginning)#\(sums.map { String($0, radix: 16) }.joined(separator: "-"))")
  }

  /// FNV-1a, of 64 bits.
  private static func sum(of text: String, from start: UInt64) -> UInt64 {
    text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
