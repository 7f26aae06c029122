import WorkflowKernel

/// Where secrets come from: a generator fit for cryptography, such as `SystemRandomNumberGenerator`.
///
/// Called for each session, ticket and mailed secret. A fake counts upwards, so that tests know every secret.
public protocol RandomSource: Sendable {
  /// So many fresh random bytes.
  func bytes(_ count: Int) -> [UInt8]
}

/// A source gave fewer bytes than it was asked for: nothing is made of them.
public struct ExhaustedRandomSource: Error, Hashable, Sendable {}

/// 256 random bits, used once.
public struct Nonce: Hashable, Codable, Sendable {
  /// 64 hexadecimal digits.
  let hexadecimal: Personal<String>

  /// Half of them, enough for an identifier that nobody guesses.
  var identifier: String { String(hexadecimal.value.prefix(32)) }

  /// Draws 256 bits.
  ///
  /// - Throws: ``ExhaustedRandomSource``.
  init(from source: some RandomSource) throws(ExhaustedRandomSource) {
    let bytes = source.bytes(32)
    guard bytes.count == 32 else { throw ExhaustedRandomSource() }
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    hexadecimal = Personal(String(text))
  }
}
