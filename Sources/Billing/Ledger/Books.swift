import Foundation
import WorkflowKernel

/// The money that came in under one payment or statement line, and what became of every cent of it.
///
/// There is no other way to book money than the functions below, and each of them moves it from one account to another.
public struct Books: Hashable, Codable, Sendable {
  /// Every movement, in order.
  public private(set) var postings: [Posting] = []
  /// What agents must look at or have looked at, in order.
  public private(set) var anomalies: [Anomaly] = []

  /// The anomalies nobody has resolved.
  public var openAnomalies: [Anomaly] { anomalies.filter { $0.resolution == nil } }

  /// Money came in and settled an invoice.
  mutating func settle(_ amount: Money, of regie: RegieID, at instant: Date) {
    post(amount, of: regie, from: .payers, to: .settled, at: instant)
  }

  /// Money came in, or word without money, that fits nothing; the same word twice is one anomaly.
  mutating func notice(_ kind: Anomaly.Kind, amount: Money, of regie: RegieID, at instant: Date) -> Anomaly? {
    let isRepeatedWord = amount == .zero && anomalies.contains { $0.kind == kind && $0.regie == regie }
    guard !isRepeatedWord else { return nil }
    post(amount, of: regie, from: .payers, to: .open, at: instant)
    return open(kind, amount: amount, of: regie, at: instant)
  }

  /// Money that had settled an invoice turns out to settle nothing.
  mutating func reopen(_ kind: Anomaly.Kind, amount: Money, of regie: RegieID, at instant: Date) -> Anomaly {
    post(amount, of: regie, from: .settled, to: .open, at: instant)
    return open(kind, amount: amount, of: regie, at: instant)
  }

  /// An agent decides what becomes of an anomaly.
  mutating func resolve(
    _ number: Int, as outcome: Anomaly.Resolution.Outcome, by agent: AgentID, at instant: Date
  ) throws(AnomalyRefusal) -> Anomaly {
    guard let index = anomalies.firstIndex(where: { $0.number == number }) else { throw .unknown }
    let anomaly = anomalies[index]
    guard anomaly.resolution == nil else { throw .resolved }
    guard anomaly.amount.isPositive == (outcome != .dismissed) else { throw .wrongOutcome }
    switch outcome {
    case .credited: post(anomaly.amount, of: anomaly.regie, from: .open, to: .credited, at: instant)
    case .refunded: post(anomaly.amount, of: anomaly.regie, from: .open, to: .refunded, at: instant)
    case .dismissed: break
    }
    anomalies[index].resolution = Anomaly.Resolution(outcome: outcome, agent: agent, at: instant)
    return anomalies[index]
  }

  private mutating func open(_ kind: Anomaly.Kind, amount: Money, of regie: RegieID, at instant: Date) -> Anomaly {
    let anomaly = Anomaly(
      number: anomalies.count + 1, kind: kind, regie: regie, amount: amount, noticedAt: instant, resolution: nil)
    anomalies.append(anomaly)
    return anomaly
  }

  private mutating func post(
    _ amount: Money, of regie: RegieID, from: LedgerAccount, to: LedgerAccount, at instant: Date
  ) {
    guard amount.isPositive else { return }
    postings.append(Posting(regie: regie, at: instant, from: from, to: to, amount: amount))
  }
}

/// Why an anomaly cannot be resolved so, in order of precedence.
public enum AnomalyRefusal: String, Error, Hashable, Sendable {
  /// There is no anomaly of this number.
  case unknown
  /// It is resolved already.
  case resolved
  /// Money must be credited or refunded; where none came there is nothing to credit or refund.
  case wrongOutcome
}
