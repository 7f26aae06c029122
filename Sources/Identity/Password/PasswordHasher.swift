public import WorkflowKernel

/// Turns what people choose into something that may be stored; the library never sees an algorithm.
///
/// Called once at every door (sign in, recovery question, recovery answer), whoever knocks. An implementation uses
/// Argon2id with 19 MiB, 2 passes and 1 lane or better, or scrypt with N = 2¹⁷, r = 8 and p = 1; it draws a salt of 128
/// bits for each hash, compares in constant time, reads all bytes of the text (bcrypt cuts at 72), and takes less than
/// a second. A keyed hash around it, with the key kept outside the database, is recommended. A fake counts its calls.
public protocol PasswordHasher: Sendable {
  /// Hashes with today's parameters and a salt of its own.
  func hash(_ secret: Password) async throws -> PasswordHash

  /// Compares with the parameters that the stored hash names.
  func verify(_ secret: Password, against stored: PasswordHash) async throws -> HashVerdict

  /// A hash with today's parameters that no secret matches: comparing with it costs what any comparison costs.
  var decoy: PasswordHash { get }
}

/// What a comparison says.
public enum HashVerdict: Hashable, Sendable, CaseIterable {
  /// The secret is another.
  case differs
  /// The secret is the same.
  case matches
  /// The secret is the same, and was hashed with parameters of the past: hash it again now that it is known.
  case matchesOutdated
}

/// A stored password or answer, in the hasher's own notation: algorithm, cost, salt and hash (PHC string format).
public struct PasswordHash: Hashable, Codable, Sendable {
  /// The notation, which only the hasher reads.
  public let encoded: Personal<String>

  /// Wraps what a hasher wrote.
  public init(_ encoded: String) {
    self.encoded = Personal(encoded)
  }

  /// Reads the notation alone.
  public init(from decoder: any Decoder) throws {
    encoded = try Personal<String>(from: decoder)
  }

  /// Writes the notation alone.
  public func encode(to encoder: any Encoder) throws { try encoded.encode(to: encoder) }
}
