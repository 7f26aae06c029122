import Foundation
import WorkflowKernel
import WorkflowTesting

/// A second store, as simple as can be: arrays that are searched from end to end. It is right, unless told to be wrong
/// in one way.
actor NaiveStore: Store {
  typealias Machine = SampleNotebook
  typealias ID = SampleNotebook.ID

  struct Row {
    var state: Data
    var stateOfArrival: Data
    var due: Date?
    var dueOfArrival: Date?
  }

  struct Place {
    let label: TagLabel
    let instant: Date
    let id: ID
  }

  let flaw: Flaw?
  var rows: [ID: Row] = [:]
  var journal: [JournalEntry<Machine>] = []
  var claims: [(claim: Claim, id: ID)] = []
  var places: [Place] = []
  var waiting: [PendingEffect<Machine>] = []
  var replaced: [Data] = []
  var delivered: [PendingEffect<Machine>] = []
  var claimsEverHeld: [ID: [Claim]] = [:]
  var placesEverTaken: [Place] = []
  var racers = 0
  var burnedKeys: [RequestKey] = []
  /// Records whose commit has not come to its end, for those who show some of it before.
  var unfinished: Set<ID> = []
  /// How often somebody has asked for what such a record does not show yet.
  var hiddenLooks = 0

  /// The records that were there when the store was last reopened; `nil` before.
  var reread: Set<ID>?
  /// Keys that it has not read again.
  var forgottenKeys: Set<RequestKey> = []

  init(flaw: Flaw? = nil) {
    self.flaw = flaw
  }

  func load(_ id: ID) throws -> Record<Machine>? {
    let id = folded(id)
    if isHidden(id, by: .showsStateLate) { return nil }
    guard let row = rows[id] else {
      return flaw == .inventsUnknownRecords ? Record(id: id, state: .open(lines: []), revision: .first) : nil
    }
    let bytes = flaw == .servesFirstStateForEver ? row.stateOfArrival : row.state
    guard let state = try read(bytes, of: id) else { return nil }
    let revision = has(.countsRevisionsAnew) ? nil : revision(of: id)
    return Record(id: id, state: state, revision: revision ?? .first)
  }

  func revision(of id: ID) -> Revision? { journal.last { $0.id == id }?.revision }

  private func read(_ bytes: Data, of id: ID) throws -> Machine.State? {
    if flaw == .refusesEarlierVersions, bytes.firstRange(of: Data(#""version":1"#.utf8)) != nil {
      throw UnreadableRecord(format: "sample-notebook", version: 1, id: id.rawValue, problem: .unknownVersion)
    }
    do {
      return try RecordFormat.decode(bytes, of: id, as: Machine.self)
    } catch {
      switch (flaw, error.problem) {
      case (.readsAnyVersion, .unknownVersion), (.readsAnyFormat, .foreignFormat): return .open(lines: [])
      case (.readsUnknownValues, .malformed) where error.version != nil: return .open(lines: [])
      case (.hidesTruncated, .malformed) where error.version == nil: return nil
      default: throw error
      }
    }
  }

  func folded(_ id: ID) -> ID { flaw == .foldsIdentifiers ? ID(id.rawValue.lowercased()) : id }

  func isHidden(_ id: ID, by flaw: Flaw) -> Bool {
    guard self.flaw == flaw, unfinished.contains(id) else { return false }
    hiddenLooks += 1
    return true
  }

  func joined(_ claim: Claim) -> String {
    claim.scope + (flaw == .joinsScopeAndValueOfClaims ? "" : "/") + claim.value.value
  }
}

extension NaiveStore {
  /// What a disk would hold: see the hooks of `StoreConformance`.
  func plant(_ bytes: Data, in id: ID) { rows[id]?.state = bytes }

  var contents: Data {
    let effects = waiting + (flaw == .keepsDeliveredContent ? delivered : [])
    let states = rows.values.map(\.state) + (flaw == .keepsReplacedStates ? replaced : [])
    return states.reduce(Data(effects.map { "\($0.effect)" }.joined().utf8), +)
  }
}
