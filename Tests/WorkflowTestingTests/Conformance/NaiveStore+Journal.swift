import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  func journal(of id: ID) -> [JournalEntry<Machine>] {
    let lines = journal.filter { entry in
      if flaw == .foldsIdentifiersOfJournal { return entry.id.rawValue.lowercased() == id.rawValue.lowercased() }
      return entry.id == folded(id)
    }
    if isHidden(id, by: .showsStateBeforeLine) { return lines.dropLast() }
    return flaw == .sortsJournalByInstant || has(.rereadsLinesByInstant)
      ? lines.sorted { $0.instant < $1.instant } : lines
  }

  func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    let entry = journal.first { entry in
      guard flaw == .foldsKeysWhenAsked, let other = entry.key else { return entry.key == key }
      return other.rawValue.lowercased() == key.rawValue.lowercased()
    }
    if flaw == .forgetsKeys, forgottenKeys.contains(key) { return nil }
    if flaw == .findsOnlyLastKeys, let entry, revision(of: entry.id) != entry.revision { return nil }
    if let entry, isHidden(entry.id, by: .showsKeysLate) { return nil }
    return entry
  }

  /// The line as a table with too few columns keeps it.
  func line(_ entry: JournalEntry<Machine>) -> JournalEntry<Machine> {
    var (actor, from, reason) = (entry.actor, entry.from, entry.reason)
    switch (flaw, actor) {
    case (.namesAgentsOnly, .citizen(let id)): actor = .agent(AgentID(id.rawValue))
    case (.namesAgentsOnly, .visitor(let id)): actor = .agent(AgentID(id.rawValue))
    case (.namesAgentsOnly, .system): actor = .agent("system")
    default: break
    }
    if flaw == .comesFromOpenOnly, from != nil { from = .open }
    if flaw == .readsNoReasonAsEmpty, reason == nil { reason = "" }
    return JournalEntry(
      id: entry.id, revision: entry.revision,
      instant: flaw == .cutsInstantsOfLines || has(.rereadsLinesCut) ? cut(entry.instant) : entry.instant,
      actor: actor, event: entry.event, from: from, to: entry.to, reason: reason, key: entry.key,
      fingerprint: flaw == .losesFingerprints && entry.revision != .first ? nil : entry.fingerprint)
  }

  /// An instant cut to tenths of a second.
  func cut(_ instant: Date) -> Date {
    Date(timeIntervalSince1970: (instant.timeIntervalSince1970 * 10).rounded(.down) / 10)
  }
}
