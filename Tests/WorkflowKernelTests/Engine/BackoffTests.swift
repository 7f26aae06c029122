import Foundation
import Testing
import WorkflowKernel

@Suite struct `A back-off` {
  private static let waits: [(attempts: Int, seconds: Double)] = [
    (0, 60), (1, 60), (2, 120), (3, 240), (9, 15_360), (10, 21_600), (1_000, 21_600), (.max, 21_600), (.min, 60),
  ]

  private func wait(_ backoff: Backoff, afterAttempts attempts: Int = 1) -> Double {
    backoff.nextTry(afterAttempts: attempts, at: .at(0)).timeIntervalSinceReferenceDate
  }

  @Test(arguments: waits)
  func `doubles from one failed try to the next, up to its bound`(attempts: Int, seconds: Double) {
    #expect(Backoff().nextTry(afterAttempts: attempts, at: .at(7)) == .at(7 + seconds))
  }

  @Test func `may have any length`() {
    #expect(wait(Backoff(firstSeconds: 1, mostSeconds: 3), afterAttempts: 3) == 3)
    #expect(wait(Backoff(firstSeconds: 9, mostSeconds: 3)) == 3)
    #expect(wait(Backoff(firstSeconds: 0, mostSeconds: 3), afterAttempts: .max) == 0)
  }

  @Test func `reaches its bound however small its first wait is`() {
    #expect(wait(Backoff(firstSeconds: 1e-6), afterAttempts: 31) == 1e-6 * Double(1 << 30))
    #expect(wait(Backoff(firstSeconds: 1e-6), afterAttempts: 36) == 21_600)
  }

  @Test(arguments: [Double.nan, -.infinity, -1, .infinity, 1e300])
  func `hides no effect for ever, whatever it is made of`(seconds: Double) {
    let year = 366.0 * 86_400
    for attempts in [1, 40, 5_000, .max] {
      #expect(wait(Backoff(firstSeconds: seconds), afterAttempts: attempts) == (seconds > 0 ? 21_600 : 0))
      #expect(wait(Backoff(mostSeconds: seconds), afterAttempts: attempts) <= year)
      #expect(wait(Backoff(firstSeconds: seconds, mostSeconds: seconds), afterAttempts: attempts) <= year)
    }
  }
}
