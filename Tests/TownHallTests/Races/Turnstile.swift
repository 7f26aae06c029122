/// Lets two use cases pass one call at a time, and decides who goes first as a schedule says.
///
/// Whoever has just passed passes again, unless the schedule switches: so the number of switches bounds how far two use
/// cases are torn apart, and most mistakes show after very few.
actor Turnstile {
  /// For each moment at which both wait, whether to switch; beyond its end there are no more switches.
  private let schedule: [Bool]
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var gone: Set<Int> = []
  private var last = 0

  /// What was decided at each moment at which both waited.
  private(set) var decisions: [Bool] = []

  init(schedule: [Bool]) { self.schedule = schedule }

  /// Waits until it is one's turn.
  func pass(_ who: Int) async {
    await withCheckedContinuation { continuation in
      waiting[who] = continuation
      letOneThrough()
    }
  }

  /// Leaves for good.
  func leave(_ who: Int) {
    gone.insert(who)
    letOneThrough()
  }

  private func letOneThrough() {
    guard waiting.count + gone.count == 2, let only = waiting.keys.first else { return }
    if waiting.count == 2 {
      let isSwitch = schedule.indices.contains(decisions.count) && schedule[decisions.count]
      decisions.append(isSwitch)
      if isSwitch { last = 1 - last }
    } else {
      last = only
    }
    waiting.removeValue(forKey: last)?.resume()
  }
}

/// All schedules with at most so many switches, found while they run.
struct Schedules {
  let switchesMax: Int
  private(set) var next: [Bool]? = []

  init(switchesMax: Int) { self.switchesMax = switchesMax }

  /// Goes on from what was decided in the last run: the last decision that can still be otherwise is made so.
  mutating func advance(from decisions: [Bool]) {
    next = nil
    for index in decisions.indices.reversed() where !decisions[index] {
      let before = decisions[..<index]
      guard before.count(where: { $0 }) < switchesMax else { continue }
      next = Array(before) + [true]
      return
    }
  }
}
