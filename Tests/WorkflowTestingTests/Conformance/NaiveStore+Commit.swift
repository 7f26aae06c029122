import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  private enum Rule {
    case duplicate
    case conflict
    case claimed
  }

  func commit(_ commit: Commit<Machine>) async throws -> CommitOutcome<Machine> {
    try refuseUnusual(commit)
    let outcome = check(commit)
    if races(commit) { try await waitForRival() }
    switch outcome {
    case .committed:
      try store(commit)
      try await finish(commit.entry.id)
    case .conflict:
      if flaw == .keepsEffectsOfConflicts { append(commit.effects, of: commit.entry) }
      if flaw == .burnsKeysOfConflicts, let key = commit.entry.key { burnedKeys.append(key) }
      if flaw == .pretendsThatConflictsSucceed { return .committed }
    case .duplicate:
      if flaw == .keepsEffectsOfDuplicates { append(commit.effects, of: commit.entry) }
    case .claimed:
      if flaw == .keepsListsOfClaimed { try index(commit) }
    }
    return outcome
  }

  private func check(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    let rules: [Rule] =
      switch flaw {
      case .looksForConflictFirst: [.conflict, .duplicate, .claimed]
      case .looksForClaimsFirst: [.claimed, .duplicate, .conflict]
      case .looksForConflictLast: [.duplicate, .claimed, .conflict]
      default: [.duplicate, .conflict, .claimed]
      }
    for rule in rules {
      let outcome =
        switch rule {
        case .duplicate: duplicate(commit)
        case .conflict: conflict(commit)
        case .claimed: claimed(commit)
        }
      if let outcome { return outcome }
    }
    return .committed
  }

  private func duplicate(_ commit: Commit<Machine>) -> CommitOutcome<Machine>? {
    let id = commit.entry.id
    guard let key = commit.entry.key else {
      guard flaw == .takesNoKeyForOne else { return nil }
      return journal.first { $0.id == id && $0.key == nil }.map { .duplicate($0) }
    }
    if burnedKeys.contains(key) { return .conflict(current: revision(of: id)) }
    let known = journal.filter { entry in
      guard let other = entry.key else { return false }
      if flaw == .forgetsRepeats, forgottenKeys.contains(other) { return false }
      if flaw == .checksKeysPerRecord, entry.id != id { return false }
      if flaw == .checksOnlyLastKeys, revision(of: entry.id) != entry.revision { return false }
      return flaw == .foldsKeys ? other.rawValue.lowercased() == key.rawValue.lowercased() : other == key
    }
    if flaw == .answersRepeatsWithoutKey { return known.first.map { .duplicate($0.withoutKey) } }
    return known.first.map { .duplicate($0) }
  }

  private func conflict(_ commit: Commit<Machine>) -> CommitOutcome<Machine>? {
    let current = revision(of: folded(commit.entry.id))
    if flaw == .createsTwice, commit.expected == nil { return nil }
    if flaw == .acceptsStaleRevisions, commit.expected != nil, current != nil { return nil }
    if flaw == .createsUponNothing, current == nil { return nil }
    if has(.forgetsRevisions), commit.expected != nil { return nil }
    if has(.forgetsCreations), commit.expected == nil { return nil }
    return commit.expected == current ? nil : .conflict(current: current)
  }

  private func claimed(_ commit: Commit<Machine>) -> CommitOutcome<Machine>? {
    if flaw == .checksNoClaim || has(.forgetsClaimsOfOthers) { return nil }
    for claim in flaw == .storesOneClaim ? Array(commit.facets.claims.prefix(1)) : commit.facets.claims {
      if let holder = rival(for: claim), holder != commit.entry.id || flaw == .refusesOwnClaims {
        return .claimed(claim, by: holder)
      }
    }
    return nil
  }

  /// Whether the store looks away between looking and writing.
  private func races(_ commit: Commit<Machine>) -> Bool {
    switch flaw {
    case .racesOnCreation: commit.expected == nil && commit.entry.key == nil && commit.facets.claims.isEmpty
    case .racesOnRevision: commit.expected != nil
    case .racesOnClaim: !commit.facets.claims.isEmpty
    case .racesOnKey: commit.entry.key != nil
    default: false
    }
  }

  /// Holds a commit between looking and writing until another has looked too, or for a moment if none comes.
  private func waitForRival() async throws {
    racers += 1
    for _ in 0..<20 where racers < 2 { try await Task.sleep(for: .milliseconds(1)) }
    racers -= 1
  }

  /// Lets others look for a while, for a store that does not show everything at once: as many times as all readers take
  /// to notice, however busy the machine is, or for some seconds if nobody looks.
  private func finish(_ id: ID) async throws {
    switch flaw {
    case .showsStateBeforeLine, .showsStateLate, .showsKeysLate, .showsListsLate, .showsClaimsLate, .showsDueLate,
      .showsEffectsLate:
      unfinished.insert(id)
      hiddenLooks = 0
      for _ in 0..<2_000 where hiddenLooks < 200 { try await Task.sleep(for: .milliseconds(1)) }
      unfinished.remove(id)
    default: break
    }
  }

  private func store(_ commit: Commit<Machine>) throws {
    let id = folded(commit.entry.id)
    var state = commit.state
    if flaw == .trimsTexts { state = .open(lines: state.lines.map { $0.trimmingCharacters(in: .whitespaces) }) }
    let bytes = try RecordFormat.encode(state, of: Machine.self)
    if flaw == .writesIntoEveryRecord { for other in rows.keys { rows[other]?.state = bytes } }
    if let row = rows[id] { replaced.append(row.state) }
    if rows[id] == nil { rows[id] = Row(state: bytes, stateOfArrival: bytes) }
    rows[id]?.state = bytes
    try index(commit)
    schedule(commit)
    journal.append(line(commit.entry))
    append(commit.effects, of: commit.entry)
  }

  private func index(_ commit: Commit<Machine>) throws {
    let id = folded(commit.entry.id)
    try claim(commit.facets.claims, for: id)
    place(id, under: commit.facets.tags)
  }
}
