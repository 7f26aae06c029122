import Foundation
import Identity
import Synchronization

/// What happened at the ports, in order.
final class Trace: Sendable {
  private let calls = Mutex<[String]>([])

  func note(_ call: String) { calls.withLock { $0.append(call) } }

  /// Gives the calls since the last time.
  func take() -> [String] {
    calls.withLock { calls in
      defer { calls = [] }
      return calls
    }
  }
}

/// A store that notes every call and passes it on.
final class TracingStore<Machine: StateMachine>: Store {
  let inner = InMemoryStore<Machine>()
  private let trace: Trace
  private let name: String

  init(_ name: String, _ trace: Trace) {
    self.name = name
    self.trace = trace
  }

  func load(_ id: Machine.ID) -> Record<Machine>? {
    trace.note("\(name).load")
    return inner.load(id)
  }
  func commit(_ commit: Commit<Machine>) -> CommitOutcome<Machine> {
    trace.note("\(name).commit")
    return inner.commit(commit)
  }
  func entry(for key: RequestKey) -> JournalEntry<Machine>? {
    trace.note("\(name).entry")
    return inner.entry(for: key)
  }
  func holder(of claim: Claim) -> Machine.ID? {
    trace.note("\(name).holder")
    return inner.holder(of: claim)
  }
  func find(_ label: TagLabel, after cursor: PageCursor?, limit: Int) -> Page<Machine> {
    trace.note("\(name).find")
    return inner.find(label, after: cursor, limit: limit)
  }
  func due(at instant: Date, after cursor: PageCursor?, limit: Int) -> DuePage<Machine.ID> {
    inner.due(at: instant, after: cursor, limit: limit)
  }
  func journal(of id: Machine.ID) -> [JournalEntry<Machine>] { inner.journal(of: id) }
  func pendingEffects(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    inner.pendingEffects(at: instant, limit: limit)
  }
  func acknowledge(_ key: EffectKey<Machine.ID>) { inner.acknowledge(key) }
  func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) { inner.postpone(key, until: instant) }
}

/// A fast hasher for tests alone: it notes its calls, and a hash tells the parameters and the salt it was made with.
final class TracingHasher: PasswordHasher {
  private let trace: Trace
  private let salts = Mutex(0)
  let version: Int
  let decoy: PasswordHash

  init(_ trace: Trace, version: Int = 1) {
    self.trace = trace
    self.version = version
    decoy = PasswordHash("v\(version)$decoy$")
  }

  func hash(_ secret: Password) -> PasswordHash {
    trace.note("hash")
    let salt = salts.withLock { salts in
      salts += 1
      return salts
    }
    return PasswordHash("v\(version)$\(salt)$\(Self.digest(secret, salt: "\(salt)"))")
  }

  func verify(_ secret: Password, against stored: PasswordHash) -> HashVerdict {
    let parts = stored.encoded.value.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    trace.note("verify")
    if parts[1] != "decoy" { trace.note("!compared with a stored hash") }
    guard parts[2] == Self.digest(secret, salt: parts[1]) else { return .differs }
    return parts[0] == "v\(version)" ? .matches : .matchesOutdated
  }

  private static func digest(_ secret: Password, salt: String) -> String {
    Digest(sha256: Array((salt + ":" + secret.text.value).utf8)).hexadecimal
  }
}

/// Counts upwards, so that no two secrets are the same; each server counts from elsewhere.
final class CountingSource: RandomSource {
  private let trace: Trace
  private let count: Mutex<UInt64>

  private static let servers = Mutex<UInt64>(0)

  init(_ trace: Trace) {
    self.trace = trace
    count = Mutex(
      Self.servers.withLock { servers in
        servers += 1
        return servers << 32
      })
  }

  func bytes(_ count: Int) -> [UInt8] {
    trace.note("random")
    let number = self.count.withLock { number in
      number += 1
      return number
    }
    return (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * ($0 % 8))) }
  }
}
