import Foundation
import Identity
import Testing

/// What a name or a line of an address may hold.
struct NameTests {
  @Test(arguments: ["Dupont2", "Dupont999999999", "Dupont\u{0663}"])
  func `F05: a name has no digit: those behind a login are the town's`(name: String) {
    #expect(throws: ProfileRefusal.digitInName) { try PersonName(first: "Jean", last: name) }
    #expect(throws: ProfileRefusal.digitInName) { try PersonName(first: name, last: "Jean") }
  }

  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{0}", "\u{7F}", "\u{E000}", "\u{378}", "\u{2800}", "\u{3164}", "\u{115F}",
    "\u{FE0F}", "\u{34F}", "\u{180B}", "\u{E0100}",
  ])
  func `F01: a name or an address holds nothing that nobody sees`(scalar: String) {
    #expect(throws: ProfileRefusal.invisibleCharacter) { try PersonName(first: "Jean", last: "Du\(scalar)pont") }
    #expect(throws: ProfileRefusal.invisibleCharacter) { try PersonName(first: "Je\(scalar)an", last: "Dupont") }
    for lines in [["a\(scalar)b", "1", "c"], ["a", "1\(scalar)1", "c"], ["a", "1", "c\(scalar)d"]] {
      #expect(throws: ProfileRefusal.invisibleCharacter) {
        try PostalAddress(street: lines[0], postalCode: lines[1], town: lines[2])
      }
    }
  }

  @Test func `F01: 100 code points are a name or a line of an address, 101 are not`() throws {
    let (fits, long) = (String(repeating: "é", count: 100), String(repeating: "é", count: 101))
    #expect(try PersonName(first: fits, last: fits).last.value == fits)
    #expect(throws: ProfileRefusal.tooLong) { try PersonName(first: long, last: "Dupont") }
    #expect(throws: ProfileRefusal.tooLong) { try PersonName(first: "Jean", last: long) }
    _ = try PostalAddress(street: fits, postalCode: fits, town: fits)
    for lines in [[long, fits, fits], [fits, long, fits], [fits, fits, long]] {
      #expect(throws: ProfileRefusal.tooLong) {
        try PostalAddress(street: lines[0], postalCode: lines[1], town: lines[2])
      }
    }
  }

  @Test func `F51: a name stored before a rule came is still read`() throws {
    let stored = Data(#"{"first":"Jean 2","last":"Dupont"}"#.utf8)
    #expect(try JSONDecoder().decode(PersonName.self, from: stored).first.value == "Jean 2")
  }

  @Test func `F03: the tab names what a name may not hold`() {
    var form = RegistrationForm()
    form.identity.firstName = Personal("Jean")
    form.identity.lastName = Personal("Dupont999999999")
    #expect(form.gaps(in: .identity).map(\.code) == ["profile.digit-in-name"])
  }
}
