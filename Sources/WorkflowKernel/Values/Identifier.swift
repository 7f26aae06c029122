/// A name for one thing, opaque to the library and stable for ever: made by the host, stored as text.
///
/// The text is composed (NFC), as ``Store`` says why; what a host draws, in ASCII, always is.
///
/// A conforming type declares `rawValue` and `init(rawValue:)`; coding (as a plain string, also as the key of a
/// dictionary), order and description come with the protocol.
public protocol Identifier: RawRepresentable<String>, Hashable, Comparable, Codable, Sendable,
  CodingKeyRepresentable, ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The text of the identifier.
  var rawValue: String { get }
  /// Makes the identifier of this text.
  init(rawValue: String)
}

extension Identifier {
  /// Makes the identifier of this text.
  public init(_ text: String) { self.init(rawValue: text) }
  /// Makes the identifier of this literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// The text of the identifier.
  public var description: String { rawValue }

  /// Orders by text, scalar by scalar, so that every store agrees.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The text, as the key of an object.
  public var codingKey: any CodingKey { TextKey(rawValue) }
  /// Makes the identifier from the key of an object.
  public init?(codingKey: some CodingKey) { self.init(rawValue: codingKey.stringValue) }
}

private struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// The holder of an account.
public struct AccountID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Somebody without an account, recognized by the host for the time of a visit.
public struct VisitorID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A person who works for the organization.
public struct AgentID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// An internal service of the organization.
public struct ServiceID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A person on whose behalf the holder of an account acts.
public struct MemberID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
