import Billing

/// The screens of billing.
enum BillingScreens {
  static func mesComptes(_ overview: InvoiceOverview, of regies: [Regie], _ wordings: Wordings) -> Screen {
    let tables: [Screen.Table] =
      switch overview {
      case .shown(let list):
        [
          Screen.Table(
            "Consulter votre relevé", columns: columns, rows: list.paid.map { row($0, of: regies) },
            empty: "Aucune facture payée."),
          Screen.Table(
            "Factures à payer", columns: columns,
            rows: list.due.map { row($0, of: regies) }
              + list.reserved.map { row($0, of: regies, "en cours") },
            empty: "Aucune facture à payer."),
        ]
      case .nothing(let reasons):
        reasons.map { Screen.Table(columns: [], rows: [], empty: wordings.explain($0).message) }
      }
    return Screen("mesComptes", title: "Mes comptes", tables: tables)
  }

  static func panier(_ basket: FilledBasket?, of regies: [Regie]) -> Screen {
    Screen(
      "panier", title: "Votre panier",
      tables: [
        Screen.Table(
          columns: columns,
          rows: (basket?.invoices.map { row($0, of: regies) } ?? [])
            + (basket.map { [["", "Total", "", "", $0.total.french, ""]] } ?? []),
          empty: "Votre panier est vide.")
      ])
  }

  static func anomalies(
    _ attempts: [Record<PaymentAttemptMachine>], _ strays: [Record<StrayPaymentMachine>], of regie: Regie,
    _ wordings: Wordings
  ) -> Screen {
    func rows(_ name: String, _ books: Books) -> [[String]] {
      books.openAnomalies.filter { $0.regie == regie.id }.map {
        [name, String($0.number), $0.amount.french, wordings.sentence(for: $0.kind.code)]
      }
    }
    return Screen(
      "anomalies", title: "\(regie.name)\u{A0}: à traiter",
      tables: [
        Screen.Table(
          columns: ["Paiement", "N°", "Montant", "Anomalie"],
          rows: attempts.flatMap { rows($0.id.rawValue, $0.state.books) }
            + strays.flatMap { rows($0.id.rawValue, $0.state.books) }, empty: "Rien à traiter.")
      ])
  }

  static func stuck(_ attempts: [Record<PaymentAttemptMachine>], of regie: Regie, _ calendar: TownCalendar) -> Screen {
    Screen(
      "stuck", title: "\(regie.name)\u{A0}: sans nouvelles",
      tables: [
        Screen.Table(
          columns: ["Paiement", "Montant", "Depuis", "État"],
          rows: attempts.map {
            let order = $0.state.order
            return [
              $0.id.rawValue, order.amount.french, calendar.date(of: order.reservedAt).frenchShort,
              $0.state.standing.label,
            ]
          }, empty: "Aucun paiement sans nouvelles.")
      ])
  }

  static func ledger(_ ledger: Ledger, of regie: Regie) -> Screen {
    Screen(
      "livre", title: "\(regie.name)\u{A0}: livre",
      tables: [
        Screen.Table(
          columns: ["Date", "Payé", "Soldé", "Avoirs", "À rembourser", "À traiter"],
          rows: ledger.days.map { day in
            let sums = day.balance
            return [day.date.frenchShort]
              + [sums.paid, sums.settled, sums.credited, sums.refunded, sums.open].map(\.french)
          }, empty: "Aucun mouvement.")
      ])
  }

  private static let columns = ["Facture", "Objet", "Émise le", "Régie", "Montant", ""]

  private static func row(_ invoice: Invoice, of regies: [Regie], _ remark: String = "") -> [String] {
    let regie = regies.first { $0.id == invoice.regie }?.name ?? invoice.regie.rawValue
    return [
      invoice.id.rawValue, invoice.subject.value, invoice.issuedOn.frenchShort, regie, invoice.amount.french, remark,
    ]
  }
}
