/// One promise of the store contract, by name, and the little scenario that tests it.
///
/// Made to be the argument of a parameterized test: each check starts from an empty store and runs on its own.
public struct StoreCheck: Sendable, Identifiable, CustomStringConvertible {
  /// The stable name, such as `claim.held`.
  public let name: String
  /// What a store promises.
  public let promise: String
  let body: @Sendable (Probe) async throws -> Void

  init(
    _ name: String, _ promise: String, _ body: @escaping @Sendable (Probe) async throws -> Void
  ) {
    self.name = name
    self.promise = promise
    self.body = body
  }

  /// The name, by which a test framework tells one argument from another.
  public var id: String { name }

  /// The name.
  public var description: String { name }

  /// The checks that every store can run.
  public static let all: [StoreCheck] =
    records + journal + limits + atomicity + requestKeys + claims + concurrency + readers + lists + pages + due + outbox
    + postponement

  /// The checks that also need the hook `plant` of ``StoreConformance``.
  public static let stored: [StoreCheck] = storedData

  /// The checks that also need the hook `contents` of ``StoreConformance``.
  public static let erased: [StoreCheck] = erasure

  /// The checks that also need the hook `reopen` of ``StoreConformance``.
  public static let reopened: [StoreCheck] = reopening

  /// The checks that also need the hook `neighbor` of ``StoreConformance``.
  public static let shared: [StoreCheck] = machines
}
