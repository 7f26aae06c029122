public import Foundation
public import WorkflowKernel

/// The payment gateway, seen from the portal: the same for every régie, each under its own contract (F44).
///
/// Called by ``PaymentDesk`` and ``PaymentCourier``. Whatever it tells is a fact that may be late, repeated or wrong; the
/// attempt decides what it is worth. A citizen can pay only on the page that ``open(_:)`` returned. ``PayFiPGateway`` is
/// one; a fake answers from a script.
public protocol PaymentGateway: Sendable {
  /// Opens a session for one payment, a new one each time.
  ///
  /// - Throws: ``GatewayRefusal`` when the gateway does not want this payment; anything else means that nobody knows,
  ///   and that it may be tried again.
  func open(_ request: PaymentRequest) async throws -> GatewaySession

  /// Asks what became of a session.
  ///
  /// - Throws: whatever keeps the gateway from telling; it is then asked again later.
  func fact(about inquiry: Inquiry, at instant: Date) async throws -> PaymentFact

  /// The session that a notification is about, its authenticity checked as far as the gateway's protocol allows.
  ///
  /// The notification is only a reason to ask: what it says about the payment is not looked at.
  ///
  /// - Throws: ``InvalidNotification``.
  func session(in notification: [String: String]) throws(InvalidNotification) -> GatewayReference
}

/// What a gateway needs to know to open a session.
public struct PaymentRequest: Hashable, Sendable {
  /// The contract of the régie.
  public let contract: GatewayContract
  /// What the payment is called.
  public let reference: PaymentReference
  /// How much is to be paid.
  public let amount: Money
  /// What for, in French; it may name a member of the household.
  public let subject: Personal<String>
  /// The year the payment is booked in.
  public let fiscalYear: Int
  /// Where the citizen is, and where they come back to.
  public let visit: PaymentVisit

  /// Describes a payment to a gateway.
  public init(
    contract: GatewayContract, reference: PaymentReference, amount: Money, subject: Personal<String>, fiscalYear: Int,
    visit: PaymentVisit
  ) {
    self.contract = contract
    self.reference = reference
    self.amount = amount
    self.subject = subject
    self.fiscalYear = fiscalYear
    self.visit = visit
  }
}

/// What the host knows about the citizen who is about to pay.
public struct PaymentVisit: Hashable, Sendable {
  /// Where the gateway sends its own ticket.
  public let email: Personal<String>
  /// The page of the portal to which the citizen comes back.
  public let returnPage: URL
  /// The page of the portal that the gateway calls.
  public let notificationPage: URL

  /// Describes a visit.
  public init(email: Personal<String>, returnPage: URL, notificationPage: URL) {
    self.email = email
    self.returnPage = returnPage
    self.notificationPage = notificationPage
  }
}

/// The gateway does not open a session for this payment, now or later.
public struct GatewayRefusal: Error, Hashable, Sendable {
  /// The gateway's own codes or the names of the offending fields.
  public let codes: [String]

  /// Reports a refusal.
  public init(codes: [String]) {
    self.codes = codes
  }
}

/// A notification that names no session, or was not sent by the gateway.
public struct InvalidNotification: ExplainableRefusal {
  /// Reports such a notification.
  public init() {}

  /// The stable code.
  public var code: String { "payment.invalid-notification" }
}
