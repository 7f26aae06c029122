public import Foundation

/// What a store indexes of a state: the lists that show it and the values nobody else may hold.
public struct Facets: Hashable, Sendable {
  /// The lists in which the record stands.
  public var tags: [Tag]
  /// The values that the record alone may hold.
  public var claims: [Claim]

  /// Describes what to index.
  public init(tags: [Tag] = [], claims: [Claim] = []) {
    self.tags = tags
    self.claims = claims
  }
}

/// A list of records, such as "what this account has submitted".
public struct TagLabel: Hashable, Codable, Sendable {
  /// What kind of list it is.
  public let scope: String
  /// Whose list it is; may be personal, so it is not printed.
  public let value: Personal<String>

  /// Names a list.
  public init(_ scope: String, _ value: String) {
    self.scope = scope
    self.value = Personal(value)
  }
}

/// A record's place in a list: lists are read from the latest instant to the earliest.
public struct Tag: Hashable, Codable, Sendable {
  /// The list.
  public let label: TagLabel
  /// The instant that places the record in the list.
  ///
  /// Keep it fixed for the life of a record: pages then stay stable.
  public let instant: Date

  /// Places a record in a list; an instant that is not finite counts as the distant past or future.
  public init(_ label: TagLabel, at instant: Date) {
    self.label = label
    self.instant = instant.finite
  }
}

/// A value that one record of a machine holds and no other may: a login, an invoice being paid.
public struct Claim: Hashable, Codable, Sendable {
  /// What kind of value it is.
  public let scope: String
  /// The value; may be personal, so it is not printed.
  public let value: Personal<String>

  /// Describes a claim.
  public init(_ scope: String, _ value: String) {
    self.scope = scope
    self.value = Personal(value)
  }
}
