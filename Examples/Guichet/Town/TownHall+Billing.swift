import Billing
import Foundation
import Identity

extension TownHall {
  /// What billing needs to know of the holder of an account.
  ///
  /// It is what the account says; a scenario without accounts tells it by `invoice.holder`.
  func accountHolder(_ account: AccountID, at instant: Date) async throws -> AccountHolder {
    if let state = try await accounts.services.accounts.store.load(account)?.state {
      return AccountHolder(id: account, createdAt: state.openedAt, isValidated: state.validatedAt != nil)
    }
    return billing.townBilling.holder(account) ?? AccountHolder(id: account, createdAt: instant, isValidated: false)
  }

  /// The time limits of billing.
  func passBillingTime(to instant: Date) async throws -> [String] {
    let attempts = try await run(billing.payments.attempts, dueAt: instant) {
      "\($0.id)\u{A0}: \($0.event.label), \($0.to.label)"
    }
    let baskets = try await run(billing.baskets.baskets, dueAt: instant) { "\($0.id)\u{A0}: panier expiré" }
    let lines = try await run(billing.payments.strays, dueAt: instant) { "ligne \($0.id)\u{A0}: référence oubliée" }
    return attempts + baskets + lines
  }
}

extension Standing {
  /// The standing as citizens read it.
  var label: String {
    switch self {
    case .initialised: "réservé"
    case .waiting: "en attente"
    case .expired: "expiré"
    case .cancelled: "annulé"
    case .refused: "refusé"
    case .paid: "payé"
    }
  }
}

extension PaymentAttemptOrder.Name {
  /// The order as the list of what time has done names it.
  var label: String {
    switch self {
    case .reserve: "réservation"
    case .open: "ouverture"
    case .abandon: "abandon"
    case .record: "annonce"
    case .inquire: "interrogation du service de paiement"
    case .expire: "expiration"
    case .reportPaidElsewhere: "paiement au guichet"
    case .resolve: "traitement"
    case .forget: "oubli du payeur"
    }
  }
}
