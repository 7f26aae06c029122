import Foundation
import Testing
import WorkflowKernel

@Suite struct `A digest` {
  /// FIPS 180-4 examples and the NIST long message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `is the SHA-256 of the standard's examples`(message: String, expected: String) {
    #expect(Digest(sha256: message.utf8).hexadecimal == expected)
  }

  @Test func `is the SHA-256 of a million letters`() {
    let message = repeatElement(UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      Digest(sha256: message).hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// One byte less, as many, and one more than what fits in a block beside the length; from `sha256sum`.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
  ])
  func `is right at the edges of a block`(count: Int, expected: String) {
    #expect(Digest(sha256: repeatElement(UInt8(ascii: "a"), count: count)).hexadecimal == expected)
  }

  @Test func `of parts depends on where they are cut`() {
    #expect(Digest(of: "ab", "c") != Digest(of: "a", "bc"))
    #expect(Digest(of: "abc") != Digest(of: "abc", ""))
    #expect(Digest(of: "a", "b") == Digest(of: "a", "b"))
  }

  @Test func `is read from 64 digits in lower case and from nothing else`() {
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest(hexadecimal: text) == Digest(sha256: "abc".utf8))
    let wrong = [
      "", text.uppercased(), String(text.dropLast()), text + "0", "+" + text.dropFirst(), "g" + text.dropFirst(),
      " " + text.dropFirst(), String(repeating: "é", count: 32),
    ]
    for text in wrong { #expect(Digest(hexadecimal: text) == nil, "\(text)") }
  }

  @Test func `is stored as its digits, and nothing else is read`() throws {
    let digest = Digest(of: "x")
    let data = try JSONEncoder().encode([digest])
    #expect(String(decoding: data, as: UTF8.self) == "[\"\(digest.hexadecimal)\"]")
    #expect(try JSONDecoder().decode([Digest].self, from: data) == [digest])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Digest].self, from: Data(#"["abc"]"#.utf8)) }
  }

  @Test func `differs from one that has any other bit`() throws {
    let text = Digest(of: "x").hexadecimal
    for index in text.indices {
      var changed = text
      changed.replaceSubrange(index...index, with: text[index] == "0" ? "1" : "0")
      #expect(Digest(hexadecimal: changed) != Digest(of: "x"))
    }
  }

  @Test func `F15: is shown by no print or dump`() {
    let digest = Digest(of: "1234")
    var dumped = ""
    dump(digest, to: &dumped)
    #expect(dumped == "- <digest>\n")
    #expect("\(digest)" == "<digest>")
    #expect(String(reflecting: digest) == "<digest>")
  }
}
