import Billing

/// The screens of billing.
enum BillingScreens {
  static func mesComptes(_ overview: InvoiceOverview, of regies: [Regie], _ wordings: Wordings) -> Screen {
    switch overview {
    case .shown(let list):
      Screen(
        "mesComptes", title: "Mes comptes",
        tables: [
          Screen.Table(
            "paid", "Consulter votre relevé", columns: columns, rows: list.paid.map { row($0, of: regies) },
            empty: "Aucune facture payée."),
          Screen.Table(
            "due", "Factures à payer", columns: columns,
            rows: list.due.map { row($0, of: regies) }
              + list.reserved.map { row($0, of: regies, Screen.Cell("en cours", "reserved")) },
            empty: "Aucune facture à payer."),
        ])
    case .nothing(let reasons): nothing(because: reasons.map { wordings.explain($0) })
    }
  }

  /// "Pourquoi n'ai-je aucune facture dans mon compte ?": the answer stands where the invoices would.
  private static func nothing(because reasons: [Explanation]) -> Screen {
    Screen(
      "mesComptes", title: "Mes comptes",
      tables: reasons.map { .text($0.code, $0.message) }, reasons: reasons)
  }

  /// What has just left the basket stands above what is in it.
  static func panier(_ review: BasketReview, of regies: [Regie], _ wordings: Wordings) -> Screen {
    let basket = review.content
    let reasons = review.left.map { wordings.explain($0) }
    return Screen(
      "panier", title: "Votre panier",
      tables: reasons.map { .text($0.code, $0.message) } + [
        Screen.Table(
          "basket", columns: columns,
          rows: (basket?.invoices.map { row($0, of: regies) } ?? [])
            + (basket.map { [["", "Total", "", "", .amount($0.total), ""]] } ?? []),
          empty: "Votre panier est vide.")
      ], reasons: reasons)
  }

  static func anomalies(
    _ attempts: [Record<PaymentAttemptMachine>], _ strays: [Record<StrayPaymentMachine>], of regie: Regie,
    _ wordings: Wordings
  ) -> Screen {
    func rows(_ name: String, _ books: Books) -> [Screen.Row] {
      books.openAnomalies.filter { $0.regie == regie.id }.map {
        [
          Screen.Cell(name), Screen.Cell(String($0.number), .integer($0.number)), .amount($0.amount),
          Screen.Cell(wordings.sentence(for: $0.kind.code), .string($0.kind.code)),
        ]
      }
    }
    return Screen(
      "anomalies", title: "\(regie.name)\u{A0}: à traiter",
      tables: [
        Screen.Table(
          "anomalies", columns: ["payment": "Paiement", "number": "N°", "amount": "Montant", "anomaly": "Anomalie"],
          rows: attempts.flatMap { rows($0.id.rawValue, $0.state.books) }
            + strays.flatMap { rows($0.id.rawValue, $0.state.books) }, empty: "Rien à traiter.")
      ])
  }

  static func stuck(_ attempts: [Record<PaymentAttemptMachine>], of regie: Regie, _ calendar: TownCalendar) -> Screen {
    Screen(
      "stuck", title: "\(regie.name)\u{A0}: sans nouvelles",
      tables: [
        Screen.Table(
          "stuck", columns: ["payment": "Paiement", "amount": "Montant", "since": "Depuis", "standing": "État"],
          rows: attempts.map {
            let order = $0.state.order
            return [
              Screen.Cell($0.id.rawValue), .amount(order.amount), .day(calendar.date(of: order.reservedAt)),
              .named($0.state.standing, $0.state.standing.label),
            ]
          }, empty: "Aucun paiement sans nouvelles.")
      ])
  }

  static func ledger(_ ledger: Ledger, of regie: Regie) -> Screen {
    Screen(
      "livre", title: "\(regie.name)\u{A0}: livre",
      tables: [
        Screen.Table(
          "ledger",
          columns: [
            "day": "Date", "paid": "Payé", "settled": "Soldé", "credited": "Avoirs", "refunded": "À rembourser",
            "open": "À traiter",
          ],
          rows: ledger.days.map { day in
            let sums = day.balance
            return Screen.Row(
              [.day(day.date)]
                + [sums.paid, sums.settled, sums.credited, sums.refunded, sums.open].map { .amount($0) })
          }, empty: "Aucun mouvement.")
      ])
  }

  private static let columns: KeyValuePairs = [
    "invoice": "Facture", "subject": "Objet", "issuedOn": "Émise le", "regie": "Régie", "amount": "Montant",
    "remark": "",
  ]

  private static func row(_ invoice: Invoice, of regies: [Regie], _ remark: Screen.Cell = "") -> Screen.Row {
    let regie = regies.first { $0.id == invoice.regie }?.name ?? invoice.regie.rawValue
    return Screen.Row(
      [
        Screen.Cell(invoice.id.rawValue), Screen.Cell(invoice.subject.value), .day(invoice.issuedOn),
        Screen.Cell(regie, .string(invoice.regie.rawValue)), .amount(invoice.amount), remark,
      ], values: invoice.paidOn.map { ["paidOn": .string($0.description)] } ?? [:])
  }
}
