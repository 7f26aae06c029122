import Foundation
import Identity
import Testing

/// How a citizen is reached, as it is typed, decoded and stored.
struct ContactTests {
  @Test func `F01: 254 bytes are an address, counted as they are kept`() throws {
    // Each of these grows: in composed form, or in lower case.
    let typed = [
      String(repeating: "\u{958}", count: 80) + "@c.fr", "a@" + String(repeating: "\u{130}", count: 120) + ".fr",
    ]
    for text in typed {
      #expect(text.utf8.count <= 254)
      #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(text) }
    }
    let longest = String(repeating: "a", count: 247) + "@c.tow"
    #expect(try EmailAddress(longest + "e").address.value.utf8.count == 254)
    #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(longest + "es") }
    // Typed on a Mac it has more bytes, and is the same address.
    let accents = String(repeating: "\u{E9}", count: 120) + "@c.town"
    #expect(try EmailAddress(accents.decomposedStringWithCanonicalMapping) == EmailAddress(accents))
    #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(String(repeating: "a", count: 500_000)) }
  }

  @Test func `F51: an address that was stored once is read, whatever its length and its signs`() throws {
    for stored in [String(repeating: "\u{958}\u{5BC}", count: 80) + "@c.fr", "a,b@c.fr", "a@@b.fr"] {
      let data = try JSONEncoder().encode([stored])
      let read = try JSONDecoder().decode([EmailAddress].self, from: data)
      #expect(read.first?.address.value == stored)
      #expect(try JSONEncoder().encode(read) == data)
    }
    for broken in ["", "@", "a@", "@b.fr", "a.b"] {
      let data = try JSONEncoder().encode([broken])
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([EmailAddress].self, from: data) }
    }
  }

  @Test(arguments: [
    "amelie\u{200B}@exemple.fr", "ame\u{202E}lie@exemple.fr", "victime@\u{FEFF}exemple.fr", "victime,autre@exemple.fr",
    "a>,<b@exemple.fr", "a\"b@c.fr", "a@b..fr", "a@b.fr.", "a@.fr", "a@@\u{301}b.fr", "a@\u{301}b@c.fr",
    "a@\u{301}b.fr", "a@b.\u{301}fr", "\u{301}a@b.fr", "a;b@c.fr", "a:b@c.fr", "a(b)@c.fr", "a@[c.fr]", "a\\b@c.fr",
    "a@b@c.fr", "a b@c.fr", "a\u{A0}\u{301}b@c.fr", "a\r\nBcc: x@c.fr", "a@c.fr\nBcc: x@d.fr", "a@fr", "@c.fr", "a@",
    "\u{2800}@c.fr", "a\u{FE0F}@c.fr",
  ])
  func `F01: an address leads to one mailbox and carries nothing else into a letter`(typed: String) {
    #expect(throws: ProfileRefusal.invalidEmail) { try EmailAddress(typed) }
  }

  @Test(arguments: ["Amelie.Lire+mairie@Exemple.FR", "l'hote@exemple.fr", "amélie@mairie-été.fr", "a@b.c.d.fr"])
  func `F01: an address that people have is taken, its domain in lower case`(typed: String) throws {
    let kept = try EmailAddress(typed)
    #expect(try EmailAddress(kept.address.value) == kept)
    #expect(kept.address.value.hasSuffix(typed.lowercased().drop { $0 != "@" }))
    #expect(kept.address.value.hasPrefix(typed.prefix { $0 != "@" }))
  }

  @Test func `F51: an account with an address at the bound is read again, and so is its whole store`() async throws {
    let town = try Town()
    let email = String(repeating: "a", count: 246) + "@c.TOWNE"
    let form = try await town.form("Amélie", "Lire", email: email)
    let id = try await town.registration.send(
      form, key: RequestKey("k"), captcha: town.solved(), visitor: Town.visitor, at: Town.noon
    ).id
    let stored = try RecordFormat.encode(town.state(id), of: AccountMachine.self)
    #expect(try RecordFormat.decode(stored, of: id, as: AccountMachine.self) == town.state(id))
    _ = try InMemoryStore<AccountMachine>(restoring: town.accounts.inner.snapshot())
  }
}
