import Foundation
import WorkflowKernel

/// How the town tells apart two citizens of the same name: decided once, for the life of the town.
///
/// What makes a login unique, and what it is found by at sign-in, is stored with each account as the policy of its day
/// has it. Under another policy older accounts would not be found, and their holders could not sign in: to
/// change it, a town commits every account again under the new one, into a new store.
public enum LoginPolicy: String, Hashable, Codable, Sendable, CaseIterable {
  /// `amélie.lire` and `amelie.lire` are two logins, as the FAQ says.
  case accentsDistinguish
  /// A login that differs from another by accents alone is not issued: it gets a number. Accents still count when
  /// somebody signs in.
  case accentsShareNumbers

  /// The text of which only one login may exist.
  func key(of login: Login) -> String { key(of: login.text.value) }

  func key(of text: String) -> String {
    switch self {
    case .accentsDistinguish: text
    case .accentsShareNumbers: LoginAlphabet.withoutAccents(text)
    }
  }

  /// The list in which a login stands with all those that share its numbers: its key without the digits at the end.
  func stem(of login: Login) -> String {
    let key = Array(key(of: login).unicodeScalars)
    let tail = key.reversed().prefix { ("0"..."9").contains($0) }.count
    return String(String.UnicodeScalarView(key.dropLast(tail)))
  }
}

extension Login {
  /// The login of a name when nobody has it: `prénom.nom` in lower case, inner spaces as `-` (F05).
  ///
  /// - Throws: ``LoginRefusal``, also when a name holds a character that no login carries.
  public init(of name: PersonName) throws(LoginRefusal) {
    try self.init(first: name.first.value, last: name.last.value)
  }

  /// The login of a first and a last name when nobody has it.
  ///
  /// - Throws: ``LoginRefusal``, also when a name holds a character that no login carries.
  public init(first: String, last: String) throws(LoginRefusal) {
    guard first.utf8.count + last.utf8.count < Self.bytesMax else { throw .tooLong }
    let (first, last) = (Self.part(first), Self.part(last))
    guard Self.hasLetter(first), Self.hasLetter(last) else { throw .nameMissing }
    try self.init(enforcing: first + "." + last)
  }

  /// The same login with a number.
  func numbered(_ number: Int) throws(LoginRefusal) -> Login {
    try Login(enforcing: text.value + String(number))
  }

  /// The login to issue for this base, given those that exist (F05).
  ///
  /// It is the base itself, or the base followed by the largest number in use plus one, the bare base counting as 1:
  /// `jean.dupontel` and `jean.dupont-2` carry no number.
  ///
  /// - Throws: ``LoginRefusal``, which no base that is a login gives.
  public func next(among taken: some Sequence<Login>, policy: LoginPolicy) throws(LoginRefusal) -> Login {
    let base = policy.key(of: self)
    let keys = Set(taken.map { policy.key(of: $0) })
    guard var number = keys.compactMap({ Self.number(of: $0, after: base) }).max() else { return self }
    // A number that is too long to be read back may be taken all the same.
    repeat { number += 1 } while keys.contains(base + String(number))
    return try numbered(number)
  }

  /// 1 for the base itself, the number behind it, or `nil` where the text is something else.
  ///
  /// A number with a leading zero, or longer than any counter, is part of somebody's name.
  private static func number(of text: String, after base: String) -> Int? {
    let (text, base) = (Array(text.unicodeScalars), Array(base.unicodeScalars))
    guard text.starts(with: base) else { return nil }
    let tail = text.dropFirst(base.count)
    guard !tail.isEmpty else { return 1 }
    guard tail.count <= 9, tail.first != "0", tail.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(String(String.UnicodeScalarView(tail)))
  }

  private static func hasLetter(_ part: String) -> Bool {
    part.unicodeScalars.contains(where: \.properties.isAlphabetic)
  }

  private static func part(_ name: String) -> String {
    // An apostrophe that Unicode counts as a letter is none here.
    let plain = String(String.UnicodeScalarView(name.lowercased().unicodeScalars.map(LoginAlphabet.narrowed)))
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: "-")
  }
}
