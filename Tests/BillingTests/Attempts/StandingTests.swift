import Billing
import Testing

struct StandingTests {
  @Test func `F45: the order of standings is the one of the rule`() {
    #expect(Standing.allCases.sorted() == [.initialised, .waiting, .expired, .cancelled, .refused, .paid])
    #expect(Standing.allCases.filter(\.isLive) == [.initialised, .waiting])
  }

  @Test func `F45: joining standings is commutative, associative and idempotent`() {
    for a in Standing.allCases {
      #expect(a.joined(with: a) == a)
      for b in Standing.allCases {
        #expect(a.joined(with: b) == b.joined(with: a))
        for c in Standing.allCases {
          #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
        }
      }
    }
  }
}
