import Foundation
import Identity
import Testing

/// Every Unicode scalar, alone and after a letter: what is enforced once is what is enforced twice.
struct EnforcementTests {
  private static var scalars: some Sequence<Unicode.Scalar> {
    (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
  }

  @Test func `F04: enforcing a login twice gives the same as once, for every scalar`() throws {
    var count = 0
    var accepted = 0
    for scalar in Self.scalars {
      count += 1
      for typed in [String(scalar), "a" + String(scalar)] {
        guard let once = try? Login(enforcing: typed).text.value else { continue }
        accepted += 1
        let twice = try Login(enforcing: once).text.value
        if !once.utf8.elementsEqual(twice.utf8) { Issue.record("U+\(String(scalar.value, radix: 16)) moves twice") }
      }
    }
    #expect(count == 1_112_064)
    // Latin letters and marks, and no other script: a few hundred each way, not thousands.
    #expect((1000..<2500).contains(accepted))
  }

  @Test func `F10: enforcing a password twice gives the same as once, for every scalar`() throws {
    var count = 0
    var accepted = 0
    for scalar in Self.scalars {
      count += 1
      for typed in [String(scalar), "a" + String(scalar)] {
        guard let once = try? Password(enforcing: typed).text.value else { continue }
        accepted += 1
        let twice = try Password(enforcing: once).text.value
        if !once.utf8.elementsEqual(twice.utf8) { Issue.record("U+\(String(scalar.value, radix: 16)) moves twice") }
      }
    }
    #expect(count == 1_112_064)
    #expect(accepted > 200_000)
  }
}
