import Billing

extension Order {
  private static let invoice = Field.required("invoice", .string, "la facture")

  /// What citizens do with their invoices.
  static let billing: [Order] = [
    Order("basket.add", "Ajoute une facture au panier.", [invoice]) { call, town in
      Outcome(
        try await town.billing.baskets.add(
          InvoiceID(try call.arguments.string("invoice")), for: try await call.holder(in: town), key: call.key,
          at: call.context.instant))
    },
    Order("basket.remove", "Retire une facture du panier.", [invoice]) { call, town in
      Outcome(
        try await town.billing.baskets.remove(
          InvoiceID(try call.arguments.string("invoice")), for: try await call.holder(in: town), key: call.key,
          at: call.context.instant))
    },
    Order("basket.clear", "Vide le panier.") { call, town in
      Outcome(
        try await town.billing.baskets.clear(
          for: try await call.holder(in: town), key: call.key, at: call.context.instant))
    },
    Order(
      "payment.pay", "Paie le panier\u{A0}: réserve ses factures et ouvre la page de paiement.",
      [.optional("email", .string, "où PayFiP envoie son ticket")]
    ) { call, town in try await call.pay(in: town) },
    Order(
      "payment.return", "La personne revient de la page de paiement.",
      [.required("attempt", .string, "le paiement")]
    ) { call, town in
      Outcome(
        try await town.billing.payments.welcomeBack(
          try await call.holder(in: town), from: AttemptID(try call.arguments.string("attempt")),
          at: call.context.instant))
    },
    Order("payment.export", "Tout ce que la mairie détient des paiements d’un compte, en JSON.") { call, town in
      let export = try await town.billing.payments.export(of: try call.account())
      return Outcome(
        ["billing": try JSONValue(encoding: export)],
        export.payments.count.counted("paiement exporté", "paiements exportés") + ".")
    },
    Order("payment.erase", "Oublie un compte, autant que la comptabilité le permet.") { call, town in
      let kept = try await town.billing.payments.erase(try call.account(), at: call.context.instant)
      return Outcome(
        ["kept": .integer(kept)],
        kept == 0
          ? "Plus aucun paiement n’est gardé."
          : "Fait\u{A0}; " + kept.counted("paiement gardé", "paiements gardés") + " pour la comptabilité.")
    },
    Order("screen.mesComptes", "Onglet Mes comptes\u{A0}: le relevé et les factures à payer.") { call, town in
      let overview = try await town.billing.invoices.overview(
        for: try await call.holder(in: town), at: call.context.instant)
      return Outcome(screen: BillingScreens.mesComptes(overview, of: town.billing.regies, town.wordings))
    },
    Order("screen.panier", "Accéder à votre panier.") { call, town in
      let review = try await town.billing.baskets.review(
        for: try await call.holder(in: town), at: call.context.instant)
      return Outcome(screen: BillingScreens.panier(review, of: town.billing.regies, town.wordings))
    },
  ]
}
