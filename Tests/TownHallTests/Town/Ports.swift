import Billing
import Foundation
import Identity
import Synchronization
import WorkflowTesting

/// Hashes fast and without chance, for tests alone.
struct PlainHasher: PasswordHasher {
  let faults: Faults
  var decoy: PasswordHash { PasswordHash("decoy") }

  func hash(_ secret: Password) async throws -> PasswordHash {
    try await faults.pass { PasswordHash(Self.digest(secret)) }
  }

  func verify(_ secret: Password, against stored: PasswordHash) async throws -> HashVerdict {
    try await faults.pass { stored.encoded.value == Self.digest(secret) ? .matches : .differs }
  }

  private static func digest(_ secret: Password) -> String {
    Digest(of: "hasher", secret.text.value).hexadecimal
  }
}

/// Random bytes that a seed repeats, one row for all servers of a town.
final class SeededSource: Identity.RandomSource {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

  func bytes(_ count: Int) -> [UInt8] {
    generator.withLock { generator in (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) } }
  }
}

/// A captcha behind faults.
struct DistantCaptcha: Captcha {
  let base: InMemoryCaptcha
  let faults: Faults
  var modalities: [CaptchaModality] { base.modalities }

  func issue(for purpose: CaptchaPurpose, to visitor: VisitorID, at instant: Date) async throws -> CaptchaChallenge {
    try await faults.pass { try base.issue(for: purpose, to: visitor, at: instant) }
  }

  func verify(
    _ answer: CaptchaAnswer, for purpose: CaptchaPurpose, from visitor: VisitorID, at instant: Date
  ) async throws -> CaptchaVerdict {
    try await faults.pass { base.verify(answer, for: purpose, from: visitor, at: instant) }
  }
}

/// A billing system behind faults.
struct DistantBilling: InvoiceSource {
  let base: BillingOffice
  let faults: Faults

  func billing(of account: AccountID) async throws -> HouseholdBilling {
    try await faults.pass { base.billing(of: account) }
  }
  func record(_ settlement: Settlement) async throws -> SettlementAnswer {
    try await faults.pass { base.record(settlement) }
  }
}

/// A gateway behind faults.
struct DistantGateway: PaymentGateway {
  let base: Bank
  let faults: Faults

  func open(_ request: PaymentRequest) async throws -> GatewaySession {
    try await faults.pass { base.open(request) }
  }
  func fact(about inquiry: Inquiry, at instant: Date) async throws -> PaymentFact {
    try await faults.pass { try base.fact(about: inquiry) }
  }
  func session(in notification: [String: String]) throws(InvalidNotification) -> GatewayReference {
    guard let session = notification["session"] else { throw InvalidNotification() }
    return GatewayReference(session)
  }
}
