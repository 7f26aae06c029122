import DemarcheWorkflow
import Foundation
import Testing
import WorkflowKernel

/// A second bookkeeping of silence, beside random démarches: it knows the rules, and nothing of how they are kept.
struct SilenceBookkeepingTests {
  /// `SILENCE_SEEDS`: how many démarches; a failing one is played again by its number, `SILENCE_FIRST_SEED`.
  private static func number(_ name: String, or usual: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
  }

  @Test func `F31: silence decides on the day that a second bookkeeping finds, whatever has happened to the file`()
    throws
  {
    let (first, count) = (Self.number("SILENCE_FIRST_SEED", or: 1), Self.number("SILENCE_SEEDS", or: 400))
    var met: Set<String> = []
    for seed in first..<first + count {
      var walk = try SilenceWalk(seed: seed)
      do { try walk.go() } catch {
        Issue.record("seed \(seed): \(error)\n\(walk.tale.joined(separator: "\n"))")
        return
      }
      met.formUnion(walk.met)
    }
    // Walks that no longer meet what the rules are about prove nothing.
    if count >= 400 { #expect(SilenceWalk.landmarks.subtracting(met) == []) }
  }
}
