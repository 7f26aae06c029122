import Billing
import Foundation
import Testing

/// F44: what PayFiP is asked.
struct PayFiPRequestTests {
  private func request(
    number: String = "123456", cents: Int = 1999, subject: String = "Factures A B", year: Int = 2026,
    email: String = "alice@example.org", returnPage: URL? = nil, notificationPage: URL? = nil,
    mode: GatewayContract.Mode = .production
  ) throws -> PayFiPRequest {
    let page = try #require(URL(string: "https://portail.example.org/paiement"))
    return try PayFiPRequest(
      PaymentRequest(
        contract: GatewayContract(number: number, mode: mode), reference: Town.reference(), amount: Money(cents: cents),
        subject: Personal(subject), fiscalYear: year,
        visit: PaymentVisit(
          email: Personal(email), returnPage: returnPage ?? page, notificationPage: notificationPage ?? page)))
  }

  private func violations(_ body: () throws -> PayFiPRequest) -> [PayFiPViolation] {
    do {
      _ = try body()
      return []
    } catch let error as PayFiPViolations { return error.all } catch { return [] }
  }

  private func value(_ name: String, in request: PayFiPRequest) -> String? {
    request.fields.first { $0.name == name }?.value.value
  }

  @Test func `F44: a payment is written field by field`() throws {
    let fields = try request().fields
    #expect(
      fields.map(\.name)
        == ["numcli", "exer", "refdet", "objet", "montant", "mel", "urlnotif", "urlredirect", "saisie"])
    #expect(
      fields.map(\.value.value) == [
        "123456", "2026", "REF000001", "Factures A B", "1999", "alice@example.org",
        "https://portail.example.org/paiement", "https://portail.example.org/paiement", "W",
      ])
    #expect(!"\(fields)".contains("alice"))
  }

  @Test(arguments: zip(GatewayContract.Mode.allCases, ["T", "X", "W"]))
  func `F44: the mode of the contract is the SAISIE of the web service`(mode: GatewayContract.Mode, saisie: String)
    throws
  {
    #expect(value("saisie", in: try request(mode: mode)) == saisie)
  }

  private static let subjects: [(String, String)] = [
    ("Cantine élémentaire : août–sept.", "Cantine elementaire aout sept"), ("Œuvre  n° 7", "OEuvre n 7"),
    ("  a\u{A0}b\n", "a b"), (String(repeating: "é", count: 101), String(repeating: "e", count: 100)),
    (String(repeating: "a", count: 99) + " b", String(repeating: "a", count: 99)), ("١٢ ½", "1 2"),
  ]

  @Test(arguments: subjects)
  func `F44: the subject is folded to 100 letters, digits and spaces of ASCII`(subject: String, folded: String) throws {
    #expect(value("objet", in: try request(subject: subject)) == folded)
  }

  @Test func `F44: everything that is wrong is told at once`() throws {
    let path = URL(filePath: "/paiement")
    #expect(
      violations {
        try request(
          number: "12345", cents: 99, subject: "???", year: 20, email: "alice", returnPage: path, notificationPage: path
        )
      } == PayFiPViolation.allCases)
  }

  @Test(arguments: [
    ("123456", true), ("12345", false), ("1234567", false), ("12345a", false), ("١٢٣٤٥٦", false), ("", false),
  ])
  func `F44: NUMCLI has six digits`(number: String, isRight: Bool) {
    #expect(violations { try request(number: number) } == (isRight ? [] : [.numcli]))
  }

  @Test(arguments: [
    (100, true), (99, false), (0, false), (-1, false), (9_999_999, true), (10_000_000, false),
    (1_000_000_000_000, false),
  ])
  func `F44: MONTANT lies between one euro and the maximum of the contract`(cents: Int, isRight: Bool) {
    #expect(violations { try request(cents: cents) } == (isRight ? [] : [.montant]))
  }

  private static let addresses: [(String, Bool)] = [
    ("a@b.fr", true), ("a@b.f", false), (String(repeating: "a", count: 75) + "@b.fr", true),
    (String(repeating: "a", count: 76) + "@b.fr", false), ("a@b@c.fr", false), ("@example.org", false),
    ("alice@", false), ("a lice@b.fr", false), ("alice.example.org", false),
    ("a\u{0}b@c.fr", false), ("a@b.fr\u{7F}", false), ("<a>@b.fr", false), ("a\u{85}b@c.fr", false),
    ("a,b@c.fr", false),
    ("jean-luc.o'neil+x@b.fr", true),
  ]

  @Test(arguments: addresses)
  func `F44: MEL has 6 to 80 characters and one @ within`(email: String, isRight: Bool) {
    #expect(violations { try request(email: email) } == (isRight ? [] : [.mel]))
  }

  @Test(arguments: [(1000, true), (999, false), (9999, true), (10_000, false)])
  func `F44: EXER has four digits`(year: Int, isRight: Bool) {
    #expect(violations { try request(year: year) } == (isRight ? [] : [.exer]))
  }

  @Test(arguments: ["ABCDE", String(repeating: "A", count: 31), "ABC-DEF", "ABCDÉF", "", "ABC DEF", "ABCDEF\n"])
  func `F44: REFDET has 6 to 30 letters and digits`(text: String) throws {
    #expect(throws: InvalidPaymentReference()) { try PaymentReference(text) }
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([PaymentReference].self, from: try JSONEncoder().encode([text]))
    }
    #expect(try PaymentReference("ABCDEF").rawValue == "ABCDEF")
    #expect(try PaymentReference(String(repeating: "9", count: 30)).rawValue.count == 30)
  }
}
