import Billing
import Foundation

extension Order {
  private static let invoice = Field.required("invoice", .string, "la facture")
  private static let regie = Field.required("regie", .string, "la régie\u{A0}: ville ou ccas")

  /// What the town's billing system does.
  static let townBilling: [Order] = [
    Order(
      "invoice.holder", "Un compte créé avant le scénario, tel que la facturation le connaît.",
      [
        .required("account", .string, "le compte"), .required("createdAt", .string, "quand il a été créé (ISO 8601)"),
        .optional("validated", .bool, "la mairie l’a validé"),
      ]
    ) { call, town in
      try call.requireTown()
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
        .required("kind", .string, "la recette\u{A0}: ecole, cantine, accueil, creche, repas, teleassistance"),
        .required("amount", .string, "le montant\u{A0}: 19,99 €"), .required("subject", .string, "l’objet"),
        .required("issuedOn", .day, "le jour d’émission"), .optional("paidOn", .day, "le jour du paiement au guichet"),
      ]
    ) { call, town in
      try call.requireTown()
      let invoice = try call.regie(in: town).invoice(
        InvoiceID(try call.arguments.string("id")), of: try call.arguments.string("kind"),
        amount: try call.money("amount"), issuedOn: try call.arguments.day("issuedOn"),
        subject: try call.arguments.string("subject"), paidOn: call.arguments.optionalDay("paidOn"))
      try town.billing.townBilling.issue(invoice, to: AccountID(try call.arguments.string("account")))
      return Outcome(["id": .string(invoice.id.rawValue)], "Facture \(invoice.id) émise\u{A0}: \(invoice.amount).")
    },
    Order("invoice.payElsewhere", "Une facture est payée au guichet, sans que le portail le sache.", [invoice]) {
      call, town in
      try call.requireTown()
      try town.billing.townBilling.payByOtherMeans(InvoiceID(try call.arguments.string("invoice")))
      return Outcome([:], "Facture payée au guichet.")
    },
  ]
}

extension Call {
  /// The billing system of the town listens to nobody else.
  fileprivate func requireTown() throws(TownBillingRefusal) {
    switch context.principal {
    case .agent, .system: break
    case .visitor, .citizen: throw .notAllowed
    }
  }
}
