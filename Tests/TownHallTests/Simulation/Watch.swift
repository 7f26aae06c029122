import Billing
import DemarcheWorkflow
import Foundation
import Identity
import WorkflowKernel

/// A bookkeeping of its own beside the town's: what was committed, who holds what, what must arrive.
struct Watch {
  /// Broken promises, in words.
  private(set) var complaints: [String] = []
  /// The letters that must arrive, by their keys, and to whom.
  private(set) var expectedLetters: [String: Addressee] = [:]
  /// What came in on the town's accounts without any payment of the portal, in cents.
  private(set) var strayCents: [RegieID: Int] = [:]
  private var seen: [String: Int] = [:]
  private var revisions: [String: Int] = [:]
  private var keys: Set<String> = []

  mutating func complain(_ text: String) { complaints.append(text) }
  mutating func receive(_ amount: Money, by regie: RegieID) { strayCents[regie, default: 0] += amount.cents }

  /// What a refusal or a repeat must leave alone: everything but the counts at doors and the recoveries behind them.
  func commits(in town: TownHall) -> [Int] {
    [town.accounts.count, town.demarches.count, town.baskets.count, town.attempts.count, town.strays.count]
  }

  mutating func expectUnchanged(_ before: [Int], in town: TownHall, after deed: String) {
    if commits(in: town) != before { complain("\(deed) changed something: \(before), then \(commits(in: town))") }
  }

  mutating func expectNothingPersonal(in text: String, place: @autoclosure () -> String) {
    let folded = text.lowercased()
    for word in ["planted", "quillerot"] where folded.contains(word) { complain("« \(word) » stands in \(place())") }
  }

  /// Looks at everything that was committed since the last time, and at what must hold over all records.
  mutating func look(at town: TownHall) {
    follow(town.accounts) { $0 }
    follow(town.recoveries)
    follow(town.doors)
    follow(town.demarches) { $0.notice }
    follow(town.baskets) { $0 }
    follow(town.attempts) { effect in
      if case .acknowledge(let receipt) = effect { receipt.notice(in: town.plan.calendar) } else { nil }
    }
    follow(town.strays)
    lookAtAccounts(of: town)
    lookAtDemarches(of: town)
    lookAtPayments(of: town)
    for key in town.mailbox.contradictions { complain("two different letters under \(key)") }
  }

  /// Each commit is one line of the journal and one revision; its state can be read back as it was.
  private mutating func follow<Machine: StateMachine>(
    _ store: WitnessedStore<Machine>, notice: ((Machine.Effect) -> Notice?)? = nil
  ) {
    let format = Machine.format.name
    let commits = store.accepted
    defer { seen[format] = commits.count }
    for commit in commits.dropFirst(seen[format] ?? 0) {
      let (id, entry) = (commit.entry.id, commit.entry)
      let revision = (revisions["\(format) \(id)"] ?? 0) + 1
      revisions["\(format) \(id)"] = revision
      if entry.revision.rawValue != revision {
        complain("\(format) \(id): revision \(entry.revision), not \(revision)")
      }
      let journal = store.journal(of: id)
      if !journal.indices.contains(revision - 1) || journal[revision - 1] != entry {
        complain("\(format) \(id): line \(revision) of the journal is another")
      }
      if let key = entry.key, !keys.insert("\(format) \(key.rawValue)").inserted {
        complain("\(format) \(id): two orders under one request key")
      }
      lookAtText(of: commit, format: format)
      for (index, effect) in commit.effects.enumerated() {
        guard let notice = notice?(effect) else { continue }
        expectedLetters["\(format)/\(id)/\(revision)/\(index)"] = notice.addressee
      }
    }
    for id in Set(commits.dropFirst(seen[format] ?? 0).map(\.entry.id)) {
      let count = revisions["\(format) \(id)"]
      if store.journal(of: id).count != count || store.load(id)?.revision.rawValue != count {
        complain("\(format) \(id): the journal and the revision disagree with \(count ?? 0) orders")
      }
    }
  }

  private mutating func lookAtText<Machine: StateMachine>(of commit: Commit<Machine>, format: String) {
    let id = commit.entry.id
    do {
      let stored = try RecordFormat.encode(commit.state, of: Machine.self)
      if try RecordFormat.decode(stored, of: id, as: Machine.self) != commit.state {
        complain("\(format) \(id): \(commit.entry.to) is read back as something else")
      }
      let line = String(decoding: try JSONEncoder().encode(commit.entry), as: UTF8.self)
      expectNothingPersonal(in: line, place: "the journal of \(format) \(id)")
      expectNothingPersonal(in: "\(commit.state)", place: "what \(format) \(id) prints")
      if ["archive", "efface"].contains(commit.entry.to.rawValue) {
        expectNothingPersonal(in: String(decoding: stored, as: UTF8.self), place: "what is left of \(format) \(id)")
      }
    } catch {
      complain("\(format) \(id): \(error)")
    }
  }
}
