public import CivilTime
public import Foundation
import WorkflowKernel

/// Turns what PayFiP says about a session into facts.
public struct PayFiPTranslation: Sendable {
  /// A session that PayFiP does not know is not known *yet* until this age, and forgotten from then on (P1).
  public static let sessionSeconds: TimeInterval = 15 * 60
  /// A result that PayFiP does not know is awaited until this age (P5).
  public static let resultSeconds: TimeInterval = 120 * 60
  /// A cancellation may still turn into a payment until this age (A).
  public static let cancellationSeconds: TimeInterval = 2 * 60

  private let regies: [String: RegieID]
  private let paris: CivilZone

  /// Knows the contracts of a town.
  ///
  /// - Throws: `UnknownZone` on a machine without Europe/Paris, whose clocks PayFiP writes, overseas as well.
  public init(regies: [Regie]) throws(UnknownZone) {
    // Nobody could tell whose money it is that comes in under the number of two régies.
    self.regies = Dictionary(grouping: regies.byID.values, by: \.contract.number)
      .compactMapValues { $0.count == 1 ? $0.first?.id : nil }
    paris = try CivilZone(identifier: "Europe/Paris")
  }

  /// What `recupererDetailPaiementSecurise` says.
  ///
  /// - Throws: ``PayFiPProblem``.
  public func fact(
    in reply: PayFiPReply, to inquiry: Inquiry, at instant: Date
  ) throws(PayFiPProblem) -> PaymentFact {
    let age = instant.timeIntervalSince(inquiry.openedAt)
    switch reply {
    case .fault(let fault):
      return PaymentFact(
        from: .gateway(inquiry.session, mode: inquiry.contract.mode), regie: inquiry.regie,
        reference: inquiry.reference, outcome: try outcome(of: fault, age: age))
    case .answer(let fields):
      return try fact(in: try PayFiPFields(fields), age: age)
    }
  }

  func knows(_ contract: GatewayContract) -> Bool { regies[contract.number] != nil }

  private func outcome(of fault: PayFiPFault, age: TimeInterval) throws(PayFiPProblem) -> PaymentFact.Outcome {
    switch fault.code {
    case "P1": age < Self.sessionSeconds ? .waiting : .expired
    case "P5": age < Self.resultSeconds ? .waiting : .expired
    default: throw .fault(code: fault.code)
    }
  }

  private func fact(in fields: PayFiPFields, age: TimeInterval) throws(PayFiPProblem) -> PaymentFact {
    let session = GatewayReference(try fields.required("idop"))
    guard let regie = regies[try fields.required("numcli")] else { throw .unknownContract }
    return PaymentFact(
      from: .gateway(session, mode: try fields.mode), regie: regie, reference: try fields.reference,
      outcome: try outcome(of: fields, age: age))
  }

  private func outcome(of fields: PayFiPFields, age: TimeInterval) throws(PayFiPProblem) -> PaymentFact.Outcome {
    switch try fields.required("resultrans") {
    case "P": .paid(try fields.amount, by: .card, at: fields.instant(in: paris))
    case "V": .paid(try fields.amount, by: .directDebit, at: fields.instant(in: paris))
    case "R", "Z": .refused
    case "A": age < Self.cancellationSeconds ? .waiting : .cancelled
    default: throw .unknownResult
    }
  }
}
