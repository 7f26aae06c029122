import Billing
import Testing

/// F46: no cent is lost, whatever happens.
struct ConservationTests {
  @Test(arguments: [1, 2])
  func `F46: both régies agree with an independent bookkeeping after each of 500000 random operations`(
    seed: UInt64
  ) throws {
    var town = try RandomTown(seed: seed)
    for step in 1...500_000 {
      try town.step()
      guard town.complaints.isEmpty else {
        Issue.record("step \(step) of seed \(seed): \(town.complaints)")
        return
      }
    }
    // The operations did what they are meant to: money moved everywhere.
    for sums in town.bookkeeper.sums.values {
      #expect(sums.settled > 0 && sums.credited > 0 && sums.refunded > 0 && sums.open > 0)
    }
  }
}
