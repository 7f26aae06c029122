public import CivilTime
public import Foundation

/// PayFiP, the gateway of the public treasury (DGFiP), over a transport that the host provides.
public struct PayFiPGateway: PaymentGateway {
  /// Carries calls to the web service.
  public let transport: any PayFiPTransport
  /// The page on which citizens pay, without its question mark: `https://…/tpa/paiementws.web`.
  public let paymentPage: URL

  private let translation: PayFiPTranslation

  /// Speaks PayFiP for the régies of a town.
  ///
  /// - Throws: `UnknownZone` on a machine without Europe/Paris.
  public init(regies: [Regie], paymentPage: URL, transport: some PayFiPTransport) throws(UnknownZone) {
    self.transport = transport
    self.paymentPage = paymentPage
    translation = try PayFiPTranslation(regies: regies)
  }

  /// Opens a session with `creerPaiementSecurise`.
  public func open(_ request: PaymentRequest) async throws -> GatewaySession {
    let fields: PayFiPRequest
    do {
      fields = try PayFiPRequest(request)
    } catch {
      throw GatewayRefusal(codes: error.all.map(\.code))
    }
    // Nobody is sent to pay under a number by which the answer could not be told to a régie.
    guard translation.knows(request.contract) else { throw GatewayRefusal(codes: [PayFiPProblem.unknownContract.code]) }
    switch try await transport.call(.create, fields.fields) {
    case .answer(let answer):
      let session = try PayFiPFields(answer).required("idop")
      let page = paymentPage.appending(queryItems: [URLQueryItem(name: "idop", value: session)])
      return GatewaySession(reference: GatewayReference(session), page: page)
    case .fault(let fault):
      throw GatewayRefusal(codes: ["payfip.\(fault.code)"])
    }
  }

  /// Asks with `recupererDetailPaiementSecurise`.
  public func fact(about inquiry: Inquiry, at instant: Date) async throws -> PaymentFact {
    let reply = try await transport.call(.detail, [PayFiPField("idOp", inquiry.session.rawValue)])
    return try translation.fact(in: reply, to: inquiry, at: instant)
  }

  /// A notification carries `idop` and nothing else worth reading: anybody could have sent it.
  public func session(in notification: [String: String]) throws(InvalidNotification) -> GatewayReference {
    guard let session = notification["idop"] ?? notification["idOp"], (1...64).contains(session.utf8.count)
    else { throw InvalidNotification() }
    return GatewayReference(session)
  }
}

/// Carries calls to the web service `…/tpa/services/securite` and reads its answers and faults from SOAP.
public protocol PayFiPTransport: Sendable {
  /// Makes one call, given up after 15 seconds at most.
  ///
  /// - Throws: whatever keeps the service from answering; a fault is an answer.
  func call(_ operation: PayFiPOperation, _ fields: [PayFiPField]) async throws -> PayFiPReply
}

/// The calls that are made.
public enum PayFiPOperation: String, CaseIterable, Hashable, Sendable {
  /// Opens a session.
  case create = "creerPaiementSecurise"
  /// Tells what became of a session.
  case detail = "recupererDetailPaiementSecurise"
}
