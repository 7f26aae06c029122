import Billing
import Foundation
import Testing
import WorkflowTesting

struct MoneyTests {
  @Test func `F43: 19,99 € is 1999 cents and 0,29 € is 29, unlike elsewhere`() throws {
    #expect(try Money(french: "19,99 €") == Money(cents: 1999))
    #expect(try Money(french: "0,29 €") == Money(cents: 29))
    #expect(try Money(french: "100 000,99") == Money(cents: 10_000_099))
  }

  @Test func `F43: an amount is printed with U+202F between thousands and U+00A0 before the euro`() {
    #expect(Money(cents: 123_456).french == "1\u{202F}234,56\u{A0}€")
    #expect(Money(cents: 5).french == "0,05\u{A0}€")
    #expect(Money(cents: -50).french == "-0,50\u{A0}€")
    #expect(Money(cents: 100_000_000).french == "1\u{202F}000\u{202F}000,00\u{A0}€")
    #expect(Money(cents: Int.max).french == "92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,07\u{A0}€")
    #expect(Money(cents: -123_456).frenchDecimal == "-1234,56")
  }

  @Test func `F43: printing agrees with Foundation's own French`() {
    let style = Decimal.FormatStyle.Currency(code: "EUR", locale: Locale(identifier: "fr_FR"))
    for cents in [0, 1, 29, 99, 100, 1999, 99_999, 100_000, 123_456_789, -1, -1999, -1_234_567] {
      #expect(Money(cents: cents).french == (Decimal(cents) / 100).formatted(style))
    }
  }

  @Test func `F43: what is printed is read back, also at both ends of Int`() throws {
    var random = SeededGenerator(seed: 43)
    let ends = [Int.min, Int.min + 1, -100, -1, 0, 1, 99, 100, Int.max - 1, Int.max]
    for cents in ends
      + (0..<2_000).map({ _ in Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0...60, using: &random) })
    {
      #expect(try Money(french: Money(cents: cents).french) == Money(cents: cents))
      #expect(try Money(french: Money(cents: cents).frenchDecimal) == Money(cents: cents))
    }
  }

  @Test(arguments: [
    ("1 234,56", 123_456), ("1\u{A0}234,56\u{A0}€", 123_456), ("1234,56€", 123_456), (" 12 € ", 1200),
    ("\u{2212}3,00 €", -300), ("0,00", 0), ("007,00", 700),
  ])
  func `F43: the usual French spellings are read`(text: String, cents: Int) throws {
    #expect(try Money(french: text) == Money(cents: cents))
  }

  @Test(arguments: [
    ("19.999", MoneyParsingError.unexpected(".")), ("19.99", .unexpected(".")), ("19,999", .notTwoDecimals),
    ("19,9", .notTwoDecimals), ("19,", .notTwoDecimals), ("", .noDigits), ("€", .noDigits), ("-", .noDigits),
    (",50", .noDigits), ("1 23,00", .badGrouping), ("1234 567,00", .badGrouping), ("- 234,00", .badGrouping),
    ("1,00 €€", .unexpected(" ")), ("12 euros", .unexpected("e")), ("١٢,٣٤", .unexpected("١")),
    ("1e5", .unexpected("e")), ("--5,00", .unexpected("-")), ("1,2,3", .unexpected(",")),
    ("92233720368547758,08", .overflow), ("-92233720368547758,09", .overflow),
  ])
  func `F43: anything else is an error and is never rounded`(text: String, error: MoneyParsingError) {
    #expect(throws: error) { try Money(french: text) }
  }

  @Test func `F43: overflow is an error in every operation`() throws {
    #expect(throws: MoneyOverflow()) { try Money(cents: .max) + Money(cents: 1) }
    #expect(throws: MoneyOverflow()) { try Money(cents: .min) - Money(cents: 1) }
    #expect(throws: MoneyOverflow()) { try Money(cents: .max) * 2 }
    #expect(throws: MoneyOverflow()) { try Money.sum([Money(cents: .max), Money(cents: .max)]) }
    #expect(try Money(cents: .max - 1) + Money(cents: 1) == Money(cents: .max))
    #expect(try Money(cents: 250) * 3 - Money(cents: 50) == Money(cents: 700))
    #expect(try Money.sum([]) == .zero)
  }

  @Test func `F43: amounts are stored as cents and compare as numbers`() throws {
    #expect(String(decoding: try JSONEncoder().encode(Money(cents: 1999)), as: UTF8.self) == #"{"cents":1999}"#)
    #expect(Money(cents: -1) < .zero && Money.zero < Money(cents: 1))
    #expect(Money(cents: 1).isPositive && !Money.zero.isPositive && !Money(cents: -1).isPositive)
  }
}
