/// What must be done outside because of a line of a bank statement; ``PaymentCourier`` does it, at least once each.
///
/// The first two are written as an ``AgentTask`` is, which they were alone in earlier versions.
public enum StrayPaymentEffect: Hashable, Codable, Sendable {
  /// Have an agent look at it.
  case look(PaymentAlert)
  /// Have money paid back.
  case refund(RefundOrder)
  /// Tell the attempt that the line names.
  case tell(AttemptID, PaymentFact)
}
