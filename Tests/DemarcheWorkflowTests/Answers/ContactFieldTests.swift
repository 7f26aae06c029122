import DemarcheWorkflow
import Testing

@Suite struct ContactFieldTests {
  private func kept(_ type: FieldType, _ answer: FieldAnswer) -> FieldAnswer? {
    FormSamples.procedure([Field("x", label: "Champ", type: type)]).relevant(["x": answer])["x"]
  }

  @Test(
    arguments: [
      ("01 99 00 12 34", "+33199001234"), ("0199001234", "+33199001234"), ("01.99.00.12.34", "+33199001234"),
      ("01-99-00-12-34", "+33199001234"), ("+33 1 99 00 12 34", "+33199001234"), ("0033199001234", "+33199001234"),
      ("+33 (0)6 12 34 56 78", "+33612345678"), (" 06\u{A0}12\u{202F}34 56 78 ", "+33612345678"),
      ("0262 12 34 56", "+262262123456"), ("+262 692 12 34 56", "+262692123456"),
      ("0590 12 34 56", "+590590123456"), ("0696 12 34 56", "+596696123456"), ("+590 123 45 67 89", nil),
      ("01 99 00 12 3", nil), ("01 99 00 12 345", nil), ("00 99 00 12 34", nil), ("+44 20 7946 0000", nil),
      ("1 99 00 12 34", nil), ("01 99 00 12 3a", nil), ("0+199001234", nil), ("٠١٩٩٠٠١٢٣٤", nil), ("+33", nil),
      ("+33 012 34 56 78", nil), ("+33 (0)06 12 34 56 78", nil),
    ] as [(String, String?)])
  func `F21: a French telephone number is kept in its international form`(typed: String, e164: String?) throws {
    #expect(try FormSamples.faults(.telephone, .text(typed)) == (e164 == nil ? [.telephone] : []))
    if let e164 { #expect(kept(.telephone, .text(typed)) == .text(e164)) }
  }

  @Test func `F21: a telephone number is printed in pairs, and its kept form reads back as itself`() throws {
    let telephone = try #require(Telephone("+33199001234"))
    #expect(telephone.national == "01 99 00 12 34")
    #expect(Telephone(telephone.e164) == telephone)
    #expect(Telephone(telephone.national) == telephone)
  }

  @Test(arguments: [
    "a@b.fr", "amelie.lire+test@mairie.guyancourt.example", "x_y-z'@a-b.co", "1@2.fr",
  ])
  func `F21: an e-mail address is accepted`(text: String) throws {
    #expect(try FormSamples.faults(.email, .text(text)) == [])
  }

  @Test(arguments: [
    "a", "@b.fr", "a@", "a@b", "a@@b.fr", "a@b@c.fr", ".a@b.fr", "a.@b.fr", "a..b@c.fr", "a@b..fr", "a@.fr", "a@b.fr.",
    "a@-b.fr", "a@b-.fr", "a b@c.fr", "é@b.fr", "a@é.fr", "a@b.1", "a@b.f", "a\u{0}@b.fr", "a@b.fr\nBcc: x@y.fr",
    "<a@b.fr>",
  ])
  func `F21: what is no e-mail address is refused`(text: String) throws {
    #expect(try FormSamples.faults(.email, .text(text)) == [.email])
  }

  @Test func `F21: an e-mail address has the lengths of the mail's norm`() throws {
    let local = String(repeating: "a", count: 64)
    let label = String(repeating: "b", count: 63)
    #expect(try FormSamples.faults(.email, .text("\(local)@b.fr")) == [])
    #expect(try FormSamples.faults(.email, .text("\(local)a@b.fr")) == [.email])
    #expect(try FormSamples.faults(.email, .text("a@\(label).fr")) == [])
    #expect(try FormSamples.faults(.email, .text("a@\(label)b.fr")) == [.email])
    // 64 + 1 + 189 = 254, and one more.
    let domain = [label, label, String(repeating: "c", count: 58), "fr"].joined(separator: ".")
    #expect(try FormSamples.faults(.email, .text("\(local)@\(domain)")) == [])
    #expect(try FormSamples.faults(.email, .text("\(local)@\(domain)m")) == [.email])
  }

  @Test func `F21: an e-mail address is kept without blanks around it, its domain in lower case`() {
    #expect(kept(.email, .text("  Jean.Dupont@Exemple.FR ")) == .text("Jean.Dupont@exemple.fr"))
  }

  @Test(arguments: [
    ("78280", true), ("01000", true), ("95880", true), ("20000", true), ("20290", true), ("97110", true),
    ("97400", true), ("97600", true), ("98800", true), ("98000", true), (" 78 280 ", true), ("00100", false),
    ("96000", false), ("97900", false), ("99000", false), ("2A000", false), ("7828", false), ("782800", false),
    ("７８２８０", false), ("-7828", false),
  ])
  func `F21: a postcode is one of France, overseas and Corsica included`(text: String, fits: Bool) throws {
    #expect(try FormSamples.faults(.postcode, .text(text)) == (fits ? [] : [.postcode]))
  }

  @Test func `F21: an address has a line, a postcode and a town, and a country when abroad is possible`() throws {
    let home = Address(street: ["14 rue Ambroise-Croizat"], postcode: "78280", city: "Guyancourt")
    func faults(_ area: AddressArea, _ change: (inout Address) -> Void) throws -> [FieldFault] {
      var address = home
      change(&address)
      return try FormSamples.faults(.address(area), .address(address))
    }
    #expect(try faults(.france) { _ in } == [])
    #expect(try faults(.france) { $0.street = [] } == [.address])
    #expect(try faults(.france) { $0.street = ["", " ", "", "", "", "1 rue A"] } == [])
    #expect(try faults(.france) { $0.street = ["1", "2", "3", "4"] } == [])
    #expect(try faults(.france) { $0.street = ["1", "2", "3", "4", "5"] } == [.address])
    #expect(try faults(.france) { $0.street = [String(repeating: "a", count: 60)] } == [])
    #expect(try faults(.france) { $0.street = [String(repeating: "a", count: 61)] } == [.address])
    #expect(try faults(.france) { $0.street = ["1 rue\u{202E} A"] } == [.address])
    #expect(try faults(.france) { $0.city = " " } == [.address])
    #expect(try faults(.france) { $0.postcode = "1000" } == [.address])
    #expect(try faults(.anywhere) { $0.postcode = "1000" } == [.address])
    let brussels = { (address: inout Address) in
      address.postcode = "1000"
      address.country = "Belgique"
    }
    #expect(try faults(.anywhere, brussels) == [])
    #expect(try faults(.france, brussels) == [.address])
    #expect(try faults(.france) { $0.country = "  " } == [])
  }

  @Test func `F21: an address is kept without blank lines and blanks`() {
    let typed = Address(street: ["", " 1 rue A ", "Bât. B"], postcode: "78 280", city: " Guyancourt", country: "")
    let tidy = Address(street: ["1 rue A", "Bât. B"], postcode: "78280", city: "Guyancourt")
    #expect(kept(.address(.france), .address(typed)) == .address(tidy))
  }
}
