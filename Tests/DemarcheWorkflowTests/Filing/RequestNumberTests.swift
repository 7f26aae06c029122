import DemarcheWorkflow
import Foundation
import Testing

struct RequestNumberTests {
  /// Small, large, round and irregular serials.
  private static let serials =
    [0, 1, 9, 10, 99, 12_345_678, 87_654_321, 99_999_999] + stride(from: 3, to: 100_000_000, by: 1_333_331)

  @Test func `F23: every single wrong digit is caught`() throws {
    for serial in Self.serials {
      let digits = Array(try RequestNumber(serial: serial).digits)
      for place in digits.indices {
        for wrong in "0123456789" where wrong != digits[place] {
          var mistyped = digits
          mistyped[place] = wrong
          #expect(throws: InvalidRequestNumber.wrongCheckDigit) { try RequestNumber(String(mistyped)) }
        }
      }
    }
  }

  @Test func `F23: every swap of two different neighbors is caught`() throws {
    for serial in Self.serials {
      let digits = Array(try RequestNumber(serial: serial).digits)
      for place in digits.indices.dropLast() where digits[place] != digits[place + 1] {
        var swapped = digits
        swapped.swapAt(place, place + 1)
        #expect(throws: InvalidRequestNumber.wrongCheckDigit) { try RequestNumber(String(swapped)) }
      }
    }
  }

  @Test func `F23: a number is read as it is written, and has one way to be written`() throws {
    for serial in Self.serials {
      let number = try RequestNumber(serial: serial)
      #expect(try RequestNumber(number.description) == number)
      #expect(try RequestNumber(number.digits) == number)
      #expect(number.digits.count == 9)
      #expect(number.digits.allSatisfy { "0123456789".contains($0) })
    }
  }

  @Test func `F23: the check digit is that of the published scheme`() throws {
    // The example of the author's table: 572 has the check digit 4.
    #expect(try RequestNumber(serial: 572).description == "000-005-724")
  }

  @Test(arguments: [
    "000005724", "000-005-724", "000 005 724", " 000.005.724 ", "000\u{A0}005\u{202F}724", "000\u{2011}005\u{2011}724",
    "0-0-0-0-0-5-7-2-4", "000\u{2013}005\u{2013}724", "000\u{2212}005\u{3000}724",
  ])
  func `F23: spaces, dashes and dots between the digits do not matter`(text: String) throws {
    #expect(try RequestNumber(text).serial == 572)
  }

  @Test(arguments: [
    "", " ", "-", "00000572", "0000057240", "00000572A", "000_005_724", "+00005724", "٠٠٠٠٠٥٧٢٤", "０００００５７２４",
    "000005⑦24", "00000572\u{301}4", "000005724\n", "000005724\0", "②", "½",
  ])
  func `F23: anything else than nine digits is no number`(text: String) {
    #expect(throws: InvalidRequestNumber.malformed) { try RequestNumber(text) }
  }

  @Test(.timeLimit(.minutes(1)))
  func `F23: a text of megabytes is refused without being read`() {
    let clock = ContinuousClock()
    let huge = String(repeating: "-", count: 50_000_000)
    let time = clock.measure {
      #expect(throws: InvalidRequestNumber.malformed) { try RequestNumber(huge) }
      #expect(VisitorCode(huge) == nil)
    }
    #expect(time < .milliseconds(100))
  }

  @Test(arguments: [-1, 100_000_000, .min, .max])
  func `F23: a serial has at most eight digits`(serial: Int) {
    #expect(throws: InvalidRequestNumber.serialOutOfRange) { try RequestNumber(serial: serial) }
  }

  @Test func `F23: numbers are ordered by serial`() throws {
    #expect(try RequestNumber(serial: 99) < RequestNumber(serial: 100))
  }
}
