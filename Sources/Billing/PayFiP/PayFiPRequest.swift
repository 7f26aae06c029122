import Foundation
public import WorkflowKernel

/// What `creerPaiementSecurise` is given: each field within the bounds that the service is known to check.
public struct PayFiPRequest: Hashable, Sendable {
  /// The fields by name, in the order of the protocol.
  public let fields: [PayFiPField]

  /// Writes the fields of a payment, or tells everything that is wrong with it at once.
  ///
  /// - Throws: ``PayFiPViolations``. REFDET cannot be wrong: ``PaymentReference`` has its bounds.
  public init(_ request: PaymentRequest) throws(PayFiPViolations) {
    let subject = PayFiPText.folded(request.subject.value)
    var violations: [PayFiPViolation] = []
    if !Self.isClientNumber(request.contract.number) { violations.append(.numcli) }
    if !(1000...9999).contains(request.fiscalYear) { violations.append(.exer) }
    if subject.isEmpty { violations.append(.objet) }
    if !Self.isPayable(request.amount, under: request.contract) { violations.append(.montant) }
    if !Self.isMailAddress(request.visit.email.value) { violations.append(.mel) }
    if !Self.isAbsolute(request.visit.notificationPage) { violations.append(.urlnotif) }
    if !Self.isAbsolute(request.visit.returnPage) { violations.append(.urlredirect) }
    guard violations.isEmpty else { throw PayFiPViolations(all: violations) }

    fields = [
      PayFiPField("numcli", request.contract.number),
      PayFiPField("exer", String(request.fiscalYear)),
      PayFiPField("refdet", request.reference.rawValue),
      PayFiPField("objet", subject),
      PayFiPField("montant", String(request.amount.cents)),
      PayFiPField("mel", request.visit.email.value),
      PayFiPField("urlnotif", request.visit.notificationPage.absoluteString),
      PayFiPField("urlredirect", request.visit.returnPage.absoluteString),
      PayFiPField("saisie", request.contract.mode.saisie),
    ]
  }

  /// The smallest amount the service takes, whatever a contract says.
  private static let minimum = Money(cents: 100)

  private static func isPayable(_ amount: Money, under contract: GatewayContract) -> Bool {
    amount >= max(minimum, contract.minimum) && amount <= contract.maximum
  }

  private static func isClientNumber(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func isMailAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return (6...80).contains(text.count) && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.unicodeScalars.contains { scalar in
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
          || "<>()[],;:\"\\".unicodeScalars.contains(scalar)
      }
  }

  private static func isAbsolute(_ url: URL) -> Bool {
    ["http", "https"].contains(url.scheme) && url.host()?.isEmpty == false
  }
}

/// One field of a request; its value may be personal.
public struct PayFiPField: Hashable, Sendable {
  /// The name in the protocol.
  public let name: String
  /// The value.
  public let value: Personal<String>

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = Personal(value)
  }
}

extension GatewayContract.Mode {
  /// The mode as the web service writes it.
  var saisie: String {
    switch self {
    case .test: "T"
    case .activation: "X"
    case .production: "W"
    }
  }
}
