public import Foundation
import Synchronization
public import WorkflowKernel

/// A captcha in memory, for examples and tests: it keeps every promise of the contract, with questions made by hand.
public final class InMemoryCaptcha: Captcha {
  /// One question in every form, and its answer.
  public struct Puzzle: Sendable {
    let renderings: [CaptchaModality: String]
    let answer: Personal<String>

    /// Describes a puzzle.
    public init(_ renderings: [CaptchaModality: String], answer: String) {
      self.renderings = renderings
      self.answer = Personal(answer)
    }
  }

  /// The forms that every puzzle has.
  public let modalities: [CaptchaModality]
  private let puzzles: [Puzzle]
  private let lifeSeconds: Double
  private let triesMax: Int
  private let desk = Mutex(Desk())

  private struct Desk {
    var issued: [CaptchaID: Issued] = [:]
    var tries: [VisitorID: Int] = [:]
  }

  private struct Issued {
    let purpose: CaptchaPurpose
    let visitor: VisitorID
    let answer: Personal<String>
    let expiresAt: Date
    var isUsed = false
  }

  /// Makes a captcha that asks its puzzles in turn.
  ///
  /// - Parameters:
  ///   - puzzles: what to ask.
  ///   - lifeSeconds: how long a challenge can be met.
  ///   - triesMax: how many answers a visitor may give.
  public init(puzzles: [Puzzle], lifeSeconds: Double = 600, triesMax: Int = 20) {
    self.puzzles = puzzles
    self.lifeSeconds = lifeSeconds
    self.triesMax = triesMax
    modalities = CaptchaModality.allCases.filter { form in puzzles.allSatisfy { $0.renderings[form] != nil } }
  }

  /// Asks the next puzzle.
  ///
  /// - Throws: ``TooFewModalities`` when there is no puzzle at all.
  public func issue(
    for purpose: CaptchaPurpose, to visitor: VisitorID, at instant: Date
  ) throws -> CaptchaChallenge {
    guard !puzzles.isEmpty else { throw TooFewModalities() }
    return desk.withLock { desk in
      let puzzle = puzzles[desk.issued.count % puzzles.count]
      let id = CaptchaID("captcha-\(desk.issued.count + 1)")
      let expiresAt = instant.addingTimeInterval(lifeSeconds)
      desk.issued[id] = Issued(purpose: purpose, visitor: visitor, answer: puzzle.answer, expiresAt: expiresAt)
      return CaptchaChallenge(id: id, renderings: puzzle.renderings, expiresAt: expiresAt)
    }
  }

  /// Consumes the challenge, then compares.
  public func verify(
    _ answer: CaptchaAnswer, for purpose: CaptchaPurpose, from visitor: VisitorID, at instant: Date
  ) -> CaptchaVerdict {
    let consumed: Issued? = desk.withLock { desk in
      desk.tries[visitor, default: 0] += 1
      guard let issued = desk.issued[answer.id] else { return nil }
      desk.issued[answer.id]?.isUsed = true
      return desk.tries[visitor, default: 0] > triesMax ? nil : issued
    }
    guard tries(of: visitor) <= triesMax else { return .tooManyTries }
    guard let consumed, consumed.purpose == purpose, consumed.visitor == visitor else { return .unknown }
    guard !consumed.isUsed else { return .alreadyUsed }
    guard instant < consumed.expiresAt else { return .expired }
    guard answer.text.value.utf8.count <= 1024 else { return .wrong }
    // Digests compare in constant time.
    let isRight = Digest(of: answer.text.value.folded) == Digest(of: consumed.answer.value.folded)
    return isRight ? .passed : .wrong
  }

  private func tries(of visitor: VisitorID) -> Int {
    desk.withLock { $0.tries[visitor, default: 0] }
  }
}
