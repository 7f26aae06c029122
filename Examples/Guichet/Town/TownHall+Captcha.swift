import Identity

extension TownHall {
  /// What the captcha asks, in words and aloud, so that nobody is shut out; a service draws its own.
  static let puzzles: [InMemoryCaptcha.Puzzle] = [
    .init([.text: "Combien font trois et quatre, en lettres\u{A0}?", .sound: "trois-et-quatre.ogg"], answer: "sept"),
    .init([.text: "Quel mois vient après mai\u{A0}?", .sound: "apres-mai.ogg"], answer: "juin"),
  ]
}
