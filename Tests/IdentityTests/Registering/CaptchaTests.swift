import Foundation
import Identity
import Testing

struct CaptchaTests {
  private let captcha = InMemoryCaptcha(puzzles: [Town.puzzle], lifeSeconds: 600, triesMax: 3)
  private let now = Town.noon

  private func issue(for visitor: VisitorID = Town.visitor) throws -> CaptchaChallenge {
    try captcha.issue(for: .registration, to: visitor, at: now)
  }

  private func verify(_ text: String, _ id: CaptchaID, at instant: Date = Town.noon) -> CaptchaVerdict {
    captcha.verify(CaptchaAnswer(text, to: id), for: .registration, from: Town.visitor, at: instant)
  }

  @Test func `F14: the answer is compared without case and blanks`() throws {
    #expect(try verify("  SEPT ", issue().id) == .passed)
  }

  @Test func `F14: a challenge is consumed by its first answer, right or wrong`() throws {
    let wrong = try issue().id
    #expect(verify("huit", wrong) == .wrong)
    #expect(verify("sept", wrong) == .alreadyUsed)
    let other = InMemoryCaptcha(puzzles: [Town.puzzle])
    let right = try other.issue(for: .registration, to: Town.visitor, at: now).id
    let answer = CaptchaAnswer("sept", to: right)
    #expect(other.verify(answer, for: .registration, from: Town.visitor, at: now) == .passed)
    #expect(other.verify(answer, for: .registration, from: Town.visitor, at: now) == .alreadyUsed)
  }

  @Test func `F14: consumed before compared: of a hundred answers at once, one passes`() async throws {
    let captcha = InMemoryCaptcha(puzzles: [Town.puzzle], triesMax: 1000)
    let answer = CaptchaAnswer("sept", to: try captcha.issue(for: .registration, to: Town.visitor, at: now).id)
    let passed = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...100 {
        group.addTask { captcha.verify(answer, for: .registration, from: Town.visitor, at: Town.noon) == .passed }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(passed == 1)
  }

  @Test func `F14: a challenge is bound to its purpose and its visitor, and the wrong one consumes it too`() throws {
    let first = try issue().id
    #expect(
      captcha.verify(CaptchaAnswer("sept", to: first), for: .submission, from: Town.visitor, at: now) == .unknown)
    #expect(verify("sept", first) == .alreadyUsed)
    let second = try issue().id
    #expect(
      captcha.verify(CaptchaAnswer("sept", to: second), for: .registration, from: "visit-2", at: now) == .unknown)
    #expect(verify("sept", "captcha-99") == .unknown)
  }

  @Test func `F14: a challenge can be met until it expires`() throws {
    #expect(try issue().expiresAt == now.adding(600))
    #expect(try verify("sept", issue().id, at: now.adding(600)) == .expired)
    #expect(try verify("sept", issue().id, at: now.adding(599)) == .passed)
  }

  @Test func `F14: a visitor has a limited number of tries, others keep theirs`() throws {
    for _ in 1...3 { #expect(try verify("huit", issue().id) == .wrong) }
    #expect(try verify("sept", issue().id) == .tooManyTries)
    let other = try issue(for: "visit-2").id
    #expect(captcha.verify(CaptchaAnswer("sept", to: other), for: .registration, from: "visit-2", at: now) == .passed)
  }

  @Test func `F14: a captcha with one form for one sense cannot be configured`() throws {
    let imageOnly = InMemoryCaptcha(puzzles: [.init([.image: "sept.png"], answer: "sept")])
    #expect(throws: TooFewModalities.self) { try CaptchaGate(imageOnly) }
    #expect(throws: TooFewModalities.self) { try CaptchaGate(TwiceTheSame()) }
    #expect(throws: TooFewModalities.self) {
      try InMemoryCaptcha(puzzles: []).issue(for: .registration, to: Town.visitor, at: now)
    }
    _ = try CaptchaGate(captcha)
  }

  @Test func `F14: the answer never leaves the captcha`() throws {
    let shown = "\(captcha) \(try issue()) \(CaptchaAnswer("sept", to: "captcha-1"))"
    var dumped = ""
    dump(captcha, to: &dumped)
    dump(try issue(), to: &dumped)
    // The renderings name the file of the picture; the answer itself stands alone between quotes.
    #expect(!shown.contains("\"sept\"") && !dumped.contains("\"sept\""))
  }

  private struct TwiceTheSame: Captcha {
    let modalities = [CaptchaModality.image, .image]
    func issue(for purpose: CaptchaPurpose, to visitor: VisitorID, at instant: Date) -> CaptchaChallenge {
      CaptchaChallenge(id: "1", renderings: [:], expiresAt: instant)
    }
    func verify(
      _ answer: CaptchaAnswer, for purpose: CaptchaPurpose, from visitor: VisitorID, at instant: Date
    ) -> CaptchaVerdict { .passed }
  }
}
