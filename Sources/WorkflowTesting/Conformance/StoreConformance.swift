public import Foundation
public import WorkflowKernel

/// Checks that a store keeps the promises of the contract, one by one, from any test framework.
///
/// ```swift
/// let conformance = StoreConformance { try await MyStore<SampleNotebook>.empty() }
///
/// @Test(arguments: StoreCheck.all)
/// func `my store keeps its promises`(check: StoreCheck) async {
///   for failure in await conformance.failures(of: check) { Issue.record(failure) }
/// }
/// ```
public struct StoreConformance<Tested: Store>: Sendable where Tested.Machine == SampleNotebook {
  /// Puts bytes in the place of the stored state of a record, and gives the store that reads them.
  ///
  /// The bytes are what an adapter would have got from `RecordFormat.encode(_:of:)`.
  public typealias Plant = @Sendable (_ bytes: Data, _ id: SampleNotebook.ID, _ store: Tested) async throws -> Tested

  /// Everything a store keeps, as bytes in which a text can be looked for: what is compressed, encrypted or in Base64 is
  /// given in the clear, and what a log or a table of history still holds belongs to it.
  public typealias Contents = @Sendable (_ store: Tested) async throws -> Data

  /// Opens again what a store has kept, as after a restart: a new connection, or the file read anew.
  ///
  /// Nothing that the process remembers may help; the store given is not used any more.
  public typealias Reopen = @Sendable (_ store: Tested) async throws -> Tested

  /// A store of another machine in the database of `store`, made as the host makes it.
  public typealias Neighbor = @Sendable (_ store: Tested) async throws -> any Store<SampleDiary>

  private let makeStore: @Sendable () async throws -> Tested
  private let plant: Plant?
  private let contents: Contents?
  private let reopen: Reopen?
  private let neighbor: Neighbor?

  /// Prepares the checks of one kind of store.
  ///
  /// - Parameters:
  ///   - plant: lets the checks of ``StoreCheck/stored`` run.
  ///   - contents: lets the checks of ``StoreCheck/erased`` run.
  ///   - reopen: lets the checks of ``StoreCheck/reopened`` run.
  ///   - neighbor: lets the checks of ``StoreCheck/shared`` run.
  ///   - makeStore: makes an empty store; called once for each check.
  public init(
    plant: Plant? = nil, contents: Contents? = nil, reopen: Reopen? = nil, neighbor: Neighbor? = nil,
    makeStore: @escaping @Sendable () async throws -> Tested
  ) {
    self.makeStore = makeStore
    self.plant = plant
    self.contents = contents
    self.reopen = reopen
    self.neighbor = neighbor
  }

  /// The checks that can run with the hooks given.
  public var checks: [StoreCheck] {
    StoreCheck.all + (plant == nil ? [] : StoreCheck.stored) + (contents == nil ? [] : StoreCheck.erased)
      + (reopen == nil ? [] : StoreCheck.reopened) + (neighbor == nil ? [] : StoreCheck.shared)
  }

  /// Runs every check that can run.
  ///
  /// - Returns: what went wrong, at the caller's line; empty when the store conforms.
  public func failures(
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) async -> [CheckFailure] {
    var failures: [CheckFailure] = []
    for check in checks {
      failures += await self.failures(of: check, fileID: fileID, filePath: filePath, line: line, column: column)
    }
    return failures
  }

  /// Runs one check on an empty store.
  ///
  /// - Returns: what went wrong, at the caller's line; empty when the promise is kept.
  public func failures(
    of check: StoreCheck,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) async -> [CheckFailure] {
    let findings = Findings()
    do {
      try await check.body(probe(of: try await makeStore(), findings))
    } catch {
      findings.add("threw \(error)")
    }
    let place = SourcePlace(fileID: fileID, filePath: filePath, line: line, column: column)
    return findings.all.map { CheckFailure(name: check.name, promise: check.promise, finding: $0, place: place) }
  }

  private func probe(of store: Tested, _ findings: Findings) -> Probe {
    Probe(
      store: store, findings: findings,
      plant: { bytes, id in
        guard let plant else { throw MissingHook(name: "plant") }
        return try await plant(bytes, id, store)
      },
      contents: {
        guard let contents else { throw MissingHook(name: "contents") }
        return try await contents(store)
      },
      reopened: {
        guard let reopen else { throw MissingHook(name: "reopen") }
        return probe(of: try await reopen(store), findings)
      },
      neighbor: {
        guard let neighbor else { throw MissingHook(name: "neighbor") }
        return try await neighbor(store)
      })
  }
}

/// A check was run without the help that it needs: not a promise broken, but not one kept either.
private struct MissingHook: Error, CustomStringConvertible {
  let name: String
  var description: String { "MissingHook: the check needs the hook `\(name)`" }
}
