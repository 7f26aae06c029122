import Foundation

/// Effects in the order of their commits; what was carried out leaves a gap that is closed from time to time.
struct MemoryOutbox<Machine: StateMachine>: Sendable {
  private var effects: [EffectKey<Machine.ID>: PendingEffect<Machine>] = [:]
  private var order: [EffectKey<Machine.ID>] = []

  /// What waits, in order.
  var all: [PendingEffect<Machine>] { order.compactMap { effects[$0] } }

  mutating func append(_ effect: PendingEffect<Machine>) {
    effects[effect.key] = effect
    order.append(effect.key)
  }

  mutating func append(_ commit: Commit<Machine>) {
    for (index, effect) in commit.effects.enumerated() {
      append(
        PendingEffect(
          key: EffectKey(id: commit.entry.id, revision: commit.entry.revision, index: index), effect: effect,
          recorded: commit.entry.instant, attempts: 0, nextTry: commit.entry.instant))
    }
  }

  func pending(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    var found: [PendingEffect<Machine>] = []
    for key in order {
      guard found.count < limit else { break }
      if let effect = effects[key], effect.nextTry <= instant { found.append(effect) }
    }
    return found
  }

  mutating func remove(_ key: EffectKey<Machine.ID>) {
    effects[key] = nil
    if order.count > 2 * effects.count + 16 { order.removeAll { effects[$0] == nil } }
  }

  mutating func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) {
    guard let effect = effects[key] else { return }
    effects[key] = PendingEffect(
      key: key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts + 1, nextTry: instant)
  }
}
