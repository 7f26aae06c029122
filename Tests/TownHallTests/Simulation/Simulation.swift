import Foundation
import Identity
import Testing
import WorkflowKernel
import WorkflowTesting

/// Some years of one town, everything in them decided by one seed: who does what, when, on which server, and what breaks.
struct Simulation {
  let seed: UInt64
  let town: TownHall
  let memory = Memory()
  var random: SeededGenerator
  var now = TownHall.opening
  /// What is numbered, so that every wish has a number of its own.
  var serial = 0
  /// What broke on somebody, to be done again.
  var retries: [Deed] = []
  /// What was done under a request key, and may come again from a browser that repeats itself.
  var repeatable: [Deed] = []
  var watch = Watch()
  /// How many port calls broke.
  var faultCount = 0
  /// Everything that happened, to be printed.
  var story: [String] = []

  static let residents = [
    Resident(
      first: "Jean", last: "Quillerot", email: "planted-1@example.fr", visitor: "v1", password: "planted un deux trois"),
    Resident(
      first: "Jean", last: "Quillerot", email: "planted-2@example.fr", visitor: "v2", password: "planted sept huit"),
    Resident(
      first: "Amélie", last: "Quillerot", email: "planted-3@example.fr", visitor: "v3", password: "planted neuf dix"),
    Resident(
      first: "Ame\u{301}lie", last: "Quillerot", email: "planted-4@example.fr", visitor: "v4",
      password: "planted onze douze"),
  ]

  init(seed: UInt64, plan: TownPlan = .guyancourt) throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    var plan = plan
    plan.recovery = seed.isMultiple(of: 2) ? .secretQuestion : .mailedLink
    town = TownHall(plan, seed: seed)
  }

  mutating func play(steps: Int) async throws {
    for resident in Self.residents.prefix(2) { _ = try await town.server().settle(resident, at: now) }
    for _ in 0..<steps where watch.complaints.isEmpty { try await step() }
    if watch.complaints.isEmpty { try await end() }
  }

  /// One thing happens, or two at once; then everything must hold.
  private mutating func step() async throws {
    switch pick(100) {
    case 0..<8: passTime()
    case 8..<20: try await perform(system())
    case 20..<28 where !repeatable.isEmpty: try await repeatDeed(repeatable[pick(repeatable.count)])
    case 28..<42 where !retries.isEmpty: try await perform(retries.remove(at: pick(retries.count)))
    case 42..<55: try await race(deed(), deed())
    default: try await perform(deed())
    }
    watch.look(at: town)
  }

  private mutating func deed() -> Deed {
    switch pick(10) {
    case 0..<3: accountDeed()
    case 3..<7: demarcheDeed()
    default: billingDeed()
    }
  }

  /// The clock goes on by seconds or by months, or to just before, at or after an odd instant.
  private mutating func passTime() {
    let landmark = Landmarks.all.first { $0 > now + 2 } ?? now
    switch pick(20) {
    case 0..<8: now += Double(pick(900))
    case 8..<12: now += Double(pick(72)) * 3600
    case 12..<16, 18: now += Double(1 + pick(12)) * 86_400
    case 16..<18: now = landmark + Double(pick(3) - 1)
    default: now += Double(30 + pick(300)) * 86_400
    }
    story.append("— \(now)")
  }

  // Without faults half of the time: a town where everything breaks never gets far.
  private mutating func faults(_ turn: (@Sendable () async -> Void)? = nil) -> Faults {
    let plan = SeededGenerator(seed: random.next())
    return Faults(pick(2) == 0 ? .none : .seeded(plan, perMille: 60), waitingFor: turn)
  }

  mutating func perform(_ deed: Deed, faults: Faults? = nil) async throws {
    let before = watch.commits(in: town)
    let faults = faults ?? self.faults()
    let (result, text) = await deed.perform(on: try town.server(faults))
    note(deed, result, text)
    faultCount += faults.injected
    if case .refused = result, faults.injected == 0 { watch.expectUnchanged(before, in: town, after: deed.name) }
  }

  private mutating func repeatDeed(_ deed: Deed) async throws {
    let before = watch.commits(in: town)
    let (result, text) = await deed.perform(on: try town.server())
    watch.expectUnchanged(before, in: town, after: "the repeat of \(deed.name)")
    note(deed, result, text, isRepeat: true)
  }

  /// Two deeds on two servers, stopped for each other as the seed says.
  private mutating func race(_ left: Deed, _ right: Deed) async throws {
    let turnstile = Turnstile(schedule: (0..<200).map { _ in pick(3) == 0 })
    let servers = try [0, 1].map { who in try town.server(faults { await turnstile.pass(who) }) }
    @Sendable func run(_ who: Int, _ deed: Deed) async -> (Deed.Result, String) {
      await turnstile.pass(who)
      let result = await deed.perform(on: servers[who])
      await turnstile.leave(who)
      return result
    }
    async let first = run(0, left)
    async let second = run(1, right)
    let results = await [first, second]
    note(left, results[0].0, results[0].1)
    note(right, results[1].0, results[1].1)
    faultCount += servers.reduce(0) { $0 + $1.faults.injected }
  }

  private mutating func note(_ deed: Deed, _ result: Deed.Result, _ text: String, isRepeat: Bool = false) {
    story.append("\(deed.name): \(result)\(isRepeat ? ", again" : "")")
    watch.expectNothingPersonal(in: text, place: "an error of \(deed.name)")
    switch result {
    case .done: if deed.isKeyed, !isRepeat { repeatable.append(deed) }
    case .broken: if !isRepeat { retries.append(deed) }
    case .refused: break
    case .failed(let error): watch.complain("\(deed.name) failed: \(error)")
    }
  }

  /// What the host does from time to time on one of its servers.
  func system() -> Deed {
    let instant = now
    return Deed("system") { try await $0.run(at: instant) }
  }

  mutating func pick(_ count: Int) -> Int { Int(random.next(upperBound: UInt64(count))) }
  mutating func pick<Element>(_ list: [Element]) -> Element { list[pick(list.count)] }
  mutating func number() -> Int {
    serial += 1
    return serial
  }
}
