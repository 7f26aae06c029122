import Foundation
import Identity
import Testing

/// Nobody learns from an answer, nor from what happens at the ports, whether a login exists (F12, F13).
struct TraceTests {
  enum Kind: String, CaseIterable { case known, unknown, closed, notYetValidated, throttled }
  enum Door: String, CaseIterable { case signIn, question, answer }

  /// What the visitor sees, and the calls of the ports.
  private struct Outcome: Equatable {
    let shown: String
    let calls: [String]

    /// Which of the two hashes was compared is seen by nobody outside.
    var hashComputations: Int { calls.filter { $0 == "hash" || $0 == "verify" }.count }
  }

  private static let later = Town.noon.adding(500 * 3600)

  /// A town in which the login is of the given kind.
  private func town(_ kind: Kind, _ policy: RecoveryPolicy) async throws -> Town {
    let town = try Town(recovery: policy)
    switch kind {
    case .known: _ = try await town.validated()
    case .unknown: _ = try await town.validated("Jean", "Dupont")
    case .closed:
      let id = try await town.validated()
      try await town.order(.close(.byTown(Personal("Doublon"))), id, by: .agent(Town.clerk))
    case .notYetValidated: _ = try await town.register()
    case .throttled:
      _ = try await town.validated()
      for number in 1...120 {
        let instant = Town.noon.adding(Double(number) * 3600)
        _ = try? await town.signIn("amélie.lire", "faux", from: Source("s\(number)"), at: instant)
      }
    }
    return town
  }

  private func knock(at door: Door, of town: Town, isSourceShut: Bool = false) async throws -> Outcome {
    var recovery = RecoveryID("forged")
    if door == .answer, let id = try await town.begin(from: Source("home"), at: Self.later).id { recovery = id }
    for number in 1...(isSourceShut ? 10 : 1) {
      _ = try? await town.signIn("inconnue.n\(number)", "faux", from: Source("home"), at: Self.later)
    }
    _ = town.trace.take()
    let shown: String
    do {
      switch door {
      case .signIn:
        shown = "\(try await town.signIn("amélie.lire", "autre chose", from: Source("home"), at: Self.later))"
      case .question:
        switch try await town.begin(from: Source("home"), at: Self.later) {
        // Identifiers are random, and a question is one of the list.
        case .question: shown = "question"
        case .letterPromised: shown = "letter promised"
        }
      case .answer:
        try await town.answer("Félix", to: recovery, from: Source("home"), at: Self.later)
        shown = "confirmed"
      }
    } catch {
      shown = "\(error)"
    }
    return Outcome(shown: shown, calls: town.trace.take().filter { !$0.hasPrefix("!") })
  }

  private static func areAlike(_ outcomes: [Outcome]) -> Bool {
    outcomes.allSatisfy { $0 == outcomes.first && $0.hashComputations == 1 }
  }

  @Test(arguments: Door.allCases, RecoveryPolicy.allCases)
  func `F12, F13: five kinds of login look alike at each door under both policies, with one hash each`(
    door: Door, policy: RecoveryPolicy
  ) async throws {
    var outcomes: [Outcome] = []
    for kind in Kind.allCases { outcomes.append(try await knock(at: door, of: town(kind, policy))) }
    #expect(outcomes.count == 5)
    #expect(Self.areAlike(outcomes), "\(outcomes)")
    // And the comparison itself would notice one hash more, one less, or another call, in any one of the five.
    for index in outcomes.indices {
      let calls = outcomes[index].calls
      for changed in [calls + ["verify"], calls.filter { $0 != "verify" }, calls + ["accounts.load"]] {
        var others = outcomes
        others[index] = Outcome(shown: outcomes[index].shown, calls: changed)
        #expect(!Self.areAlike(others))
      }
    }
  }

  @Test(arguments: Door.allCases, RecoveryPolicy.allCases)
  func `F12, F13: five kinds of login look alike from a source that is shut, with one hash each`(
    door: Door, policy: RecoveryPolicy
  ) async throws {
    var outcomes: [Outcome] = []
    for kind in Kind.allCases { outcomes.append(try await knock(at: door, of: town(kind, policy), isSourceShut: true)) }
    #expect(outcomes.count == 5)
    #expect(Self.areAlike(outcomes), "\(outcomes)")
  }

  @Test(arguments: RecoveryPolicy.allCases)
  func `F12: the right password of a known login is compared once too`(policy: RecoveryPolicy) async throws {
    let town = try await town(.known, policy)
    _ = town.trace.take()
    _ = try await town.signIn()
    #expect(town.trace.take().filter { $0 == "verify" || $0 == "hash" }.count == 1)
  }

  @Test func `F13: too many recoveries from one source still look alike, and mail nothing`() async throws {
    let town = try await town(.known, .mailedLink)
    for _ in 1...10 { _ = try await town.begin("inconnue.ici") }
    _ = town.trace.take()
    let first = try await town.begin("inconnue.ici")
    let calls = town.trace.take()
    #expect(try await town.begin() == first)
    #expect(town.trace.take() == calls)
    #expect(try await town.recoveryLetters().isEmpty)
    _ = try await town.begin(from: Source("another"))
    #expect(try await town.recoveryLetters().count == 1)
  }
}
