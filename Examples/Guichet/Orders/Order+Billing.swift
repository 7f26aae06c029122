import Billing
import Foundation

extension Order {
  private static let invoice = Field.required("invoice", .string, "la facture")
  private static let regie = Field.required("regie", .string, "la régie")

  /// What the town's billing system and the citizens do.
  static let billing: [Order] = [
    Order(
      "invoice.holder", "Un compte créé avant le scénario, tel que la facturation le connaît.",
      [
        .required("account", .string, "le compte"), .required("createdAt", .string, "quand il a été créé (ISO 8601)"),
        .optional("validated", .bool, "la mairie l’a validé"),
      ]
    ) { call, town in
      guard let createdAt = town.calendar.instant(iso: try call.arguments.string("createdAt")) else {
        throw call.arguments.wrongValue("createdAt")
      }
      let holder = AccountHolder(
        id: AccountID(try call.arguments.string("account")), createdAt: createdAt,
        isValidated: call.arguments.flag("validated"))
      town.billing.townBilling.know(holder)
      return Outcome(["account": .string(holder.id.rawValue)], "Compte \(holder.id).")
    },
    Order(
      "invoice.issue", "Le logiciel de facturation émet une facture.",
      [
        .required("id", .string, "la facture"), .required("account", .string, "le compte du foyer"), regie,
        .required("kind", .string, "la recette, parmi celles de l’acte de la régie"),
        .required("amount", .string, "le montant\u{A0}: 19,99 €"), .required("subject", .string, "l’objet"),
        .required("issuedOn", .day, "le jour d’émission"), .optional("paidOn", .day, "le jour du paiement au guichet"),
      ]
    ) { call, town in
      let invoice = try call.regie(in: town).invoice(
        InvoiceID(try call.arguments.string("id")), of: try call.arguments.string("kind"),
        amount: try call.money("amount"), issuedOn: try call.arguments.day("issuedOn"),
        subject: try call.arguments.string("subject"), paidOn: call.arguments.optionalDay("paidOn"))
      town.billing.townBilling.issue(invoice, to: AccountID(try call.arguments.string("account")))
      return Outcome(["id": .string(invoice.id.rawValue)], "Facture \(invoice.id) émise\u{A0}: \(invoice.amount).")
    },
    Order("invoice.payElsewhere", "Une facture est payée au guichet, sans que le portail le sache.", [invoice]) {
      call, town in
      town.billing.townBilling.payByOtherMeans(InvoiceID(try call.arguments.string("invoice")))
      return Outcome([:], "Facture payée au guichet.")
    },
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
      return Outcome(["billing": try JSONValue(encoding: export)], "\(export.payments.count) paiement(s) exporté(s).")
    },
    Order("payment.erase", "Oublie un compte, autant que la comptabilité le permet.") { call, town in
      let kept = try await town.billing.payments.erase(try call.account(), at: call.context.instant)
      return Outcome(["kept": .integer(kept)], "Fait\u{A0}; \(kept) paiement(s) gardé(s) jusqu’à leur terme.")
    },
    Order("screen.mesComptes", "Onglet Mes comptes\u{A0}: le relevé et les factures à payer.") { call, town in
      let overview = try await town.billing.invoices.overview(
        for: try await call.holder(in: town), at: call.context.instant)
      return Outcome(screen: BillingScreens.mesComptes(overview, of: town.billing.regies, town.wordings))
    },
    Order("screen.panier", "Accéder à votre panier.") { call, town in
      let basket = try await town.billing.baskets.review(
        for: try await call.holder(in: town), at: call.context.instant)
      return Outcome(screen: BillingScreens.panier(basket, of: town.billing.regies))
    },
  ]
}
