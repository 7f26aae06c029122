/// The SHA-256 of some bytes (FIPS 180-4), for random secrets of which only the hash may be kept.
///
/// Meant for secrets drawn at random; what a person chooses goes through a slow password hasher instead.
/// Two digests are compared in a time that does not depend on where they differ.
public struct Digest: Hashable, Sendable {
  private let words: InlineWords

  /// Hashes bytes.
  public init(sha256 bytes: some Sequence<UInt8>) {
    words = SHA256.hash(Array(bytes))
  }

  /// Hashes the UTF-8 of parts, each preceded by its length so that no two lists of parts read alike.
  public init(of parts: String...) {
    var bytes: [UInt8] = []
    for part in parts {
      let utf8 = Array(part.utf8)
      bytes.append(contentsOf: SHA256.bigEndian(UInt64(utf8.count)))
      bytes.append(contentsOf: utf8)
    }
    self.init(sha256: bytes)
  }

  /// Reads 64 hexadecimal digits in lower case.
  public init?(hexadecimal text: String) {
    guard let parsed = Hexadecimal.words(in: text, count: 4) else { return nil }
    words = InlineWords(parsed[0], parsed[1], parsed[2], parsed[3])
  }

  /// 64 hexadecimal digits.
  public var hexadecimal: String { Hexadecimal.text(of: words.a, words.b, words.c, words.d) }

  /// Whether two digests are the same, in constant time.
  public static func == (left: Digest, right: Digest) -> Bool {
    let difference =
      (left.words.a ^ right.words.a) | (left.words.b ^ right.words.b)
      | (left.words.c ^ right.words.c) | (left.words.d ^ right.words.d)
    return difference == 0
  }
}

extension Digest: Codable {
  /// Reads 64 hexadecimal digits; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = Digest(hexadecimal: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 64 hexadecimal digits")
    }
    self = digest
  }

  /// Writes 64 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}

extension Digest: CustomStringConvertible, CustomReflectable {
  /// Always `<digest>`: the hash of a short secret is a secret too.
  public var description: String { "<digest>" }
  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

struct InlineWords: Hashable, Sendable {
  let a, b, c, d: UInt64
  init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
  }
}
