import Foundation

/// Effects in the order of their commits; those whose next try has not come stand aside until an instant is asked for
/// at which it has.
struct MemoryOutbox<Machine: StateMachine>: Sendable {
  /// By number: effects are numbered in the order of their commits.
  private var effects: [Int: PendingEffect<Machine>] = [:]
  private var numbers: [Key: Int] = [:]
  private var numbersGiven = 0
  /// The instant last asked for.
  private var now = Date.distantPast
  /// Those whose next try has come by `now`.
  private var ready = SortedBlocks<Int>()
  /// The others, the next one first.
  private var aside = SortedBlocks<Turn>()

  private struct Turn: Comparable, Sendable {
    let instant: Date
    let number: Int

    static func < (left: Turn, right: Turn) -> Bool {
      left.instant == right.instant ? left.number < right.number : left.instant < right.instant
    }
  }

  /// The same type for every machine, as ``MemoryTables`` says why.
  private struct Key: Hashable, Sendable {
    let id: String
    let revision: Int
    let index: Int

    init(_ key: EffectKey<Machine.ID>) {
      id = key.id.rawValue
      revision = key.revision.rawValue
      index = key.index
    }
  }

  /// What waits, in order.
  var all: [PendingEffect<Machine>] { effects.sorted { $0.key < $1.key }.map(\.value) }

  func contains(_ key: EffectKey<Machine.ID>) -> Bool { numbers[Key(key)] != nil }

  mutating func append(_ effect: PendingEffect<Machine>) {
    numbersGiven += 1
    numbers[Key(effect.key)] = numbersGiven
    place(effect, at: numbersGiven)
  }

  mutating func append(_ commit: Commit<Machine>) {
    for (index, effect) in commit.effects.enumerated() {
      append(
        PendingEffect(
          key: EffectKey(id: commit.entry.id, revision: commit.entry.revision, index: index), effect: effect,
          recorded: commit.entry.instant, attempts: 0, nextTry: commit.entry.instant))
    }
  }

  mutating func pending(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    move(to: instant)
    return ready.page(after: nil, limit: limit).elements.compactMap { effects[$0] }
  }

  mutating func remove(_ key: EffectKey<Machine.ID>) {
    guard let number = numbers.removeValue(forKey: Key(key)) else { return }
    displace(number)
  }

  mutating func postpone(_ key: EffectKey<Machine.ID>, until instant: Date) {
    guard let number = numbers[Key(key)], let effect = displace(number) else { return }
    let postponed = PendingEffect<Machine>(
      key: key, effect: effect.effect, recorded: effect.recorded, attempts: effect.attempts + 1, nextTry: instant)
    place(postponed, at: number)
  }

  /// Lets those whose next try has come by an instant step forward; an earlier instant than before, which a clock that
  /// is set back may ask for, costs a look at all that are ready.
  private mutating func move(to instant: Date) {
    if instant < now {
      now = instant
      for number in ready.page(after: nil, limit: .max).elements {
        if let effect = effects[number], effect.nextTry > instant {
          ready.remove(number)
          aside.insert(Turn(instant: effect.nextTry, number: number))
        }
      }
    } else {
      now = instant
      for turn in aside.page(after: nil, limit: .max, while: { $0.instant <= instant }).elements {
        aside.remove(turn)
        ready.insert(turn.number)
      }
    }
  }

  private mutating func place(_ effect: PendingEffect<Machine>, at number: Int) {
    effects[number] = effect
    if effect.nextTry <= now {
      ready.insert(number)
    } else {
      aside.insert(Turn(instant: effect.nextTry, number: number))
    }
  }

  @discardableResult
  private mutating func displace(_ number: Int) -> PendingEffect<Machine>? {
    guard let effect = effects.removeValue(forKey: number) else { return nil }
    ready.remove(number)
    aside.remove(Turn(instant: effect.nextTry, number: number))
    return effect
  }
}
