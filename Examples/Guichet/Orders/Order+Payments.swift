import Billing
import Foundation

extension Order {
  private static let attempt = Field.required("attempt", .string, "le paiement")
  private static let regie = Field.required("regie", .string, "la régie\u{A0}: ville ou ccas")
  private static let outcome = Field.required(
    "outcome", oneOf: Anomaly.Resolution.Outcome.self, "ce que devient l’argent")

  /// What the treasury, the bank and the agents of the régies do.
  static let payments: [Order] = [
    Order(
      "payment.answer", "PayFiP répondra ceci quand on l’interrogera.",
      [
        .required("session", .string, "la session (idOp)"),
        .optional("result", .string, "RESULTRANS\u{A0}: P ou V (payé), R ou Z (refusé), A (annulé), ou autre chose"),
        .optional(
          "fault", .string, "au lieu de result, une erreur\u{A0}: P1 (session inconnue), P5 (pas de résultat)…"),
        .optional("amount", .string, "MONTANT en centimes, si ce n’est pas celui demandé"),
        .optional("numcli", .string, "NUMCLI, si ce n’est pas celui demandé"),
        .optional("refdet", .string, "REFDET, si ce n’est pas celle demandée"),
        .optional("saisie", .string, "SAISIE, si ce n’est pas celle demandée"),
        .optional("idop", .string, "IDOP, si ce n’est pas la session demandée"),
      ]
    ) { call, town in
      let session = try call.arguments.string("session")
      let isKnown =
        if let code = call.arguments.optionalString("fault") {
          town.billing.treasury.fault(about: session, code: code)
        } else {
          town.billing.treasury.answer(about: session, with: try call.payFiPFields)
        }
      guard isKnown else { throw LineFault.unknownThing("La session", session) }
      return Outcome([:], "PayFiP sait à quoi s’en tenir.")
    },
    Order("payment.silence", "PayFiP ne répond plus, ou de nouveau.", [.required("silent", .bool, "plus de réponse")]) {
      call, town in
      town.billing.treasury.be(silent: call.arguments.flag("silent"))
      return Outcome([:], call.arguments.flag("silent") ? "PayFiP ne répond plus." : "PayFiP répond de nouveau.")
    },
    Order(
      "payment.notify", "PayFiP appelle le portail\u{A0}: quelque chose s’est peut-être passé.",
      [.optional("idop", .string, "la session")]
    ) { call, town in
      let notification = call.arguments.optionalString("idop").map { ["idop": $0] } ?? [:]
      return Outcome(try await town.billing.payments.notified(by: notification, at: call.context.instant))
    },
    Order(
      "payment.statementLine", "Une ligne du relevé bancaire d’une régie.",
      [
        .required("id", .string, "la ligne"), regie, .required("reference", .string, "la référence telle qu’écrite"),
        .required("amount", .string, "le montant\u{A0}: 19,99 €"), .required("bookedOn", .day, "le jour de valeur"),
      ]
    ) { call, town in
      let line = StatementLine(
        id: StatementLineID(try call.arguments.string("id")), regie: try call.regie(in: town).id,
        reference: try call.arguments.string("reference"), amount: try call.money("amount"),
        bookedOn: try call.arguments.day("bookedOn"))
      switch try await town.billing.payments.enter(line, in: call.context) {
      case .attempt(let attempt, let standing):
        return Outcome(
          ["attempt": .string(attempt.rawValue), "standing": .string(standing.rawValue)],
          "Paiement \(attempt)\u{A0}: \(standing.label).")
      case .stray: return Outcome(["stray": .string(line.id.rawValue)], "Aucun paiement ne porte cette référence.")
      }
    },
    Order(
      "payment.resolve", "Un agent décide de ce que devient une anomalie.",
      [attempt, .required("anomaly", .integer, "le numéro de l’anomalie"), outcome]
    ) { call, town in
      let outcome = try call.arguments.choice("outcome", Anomaly.Resolution.Outcome.self)
      let order = PaymentAttemptOrder.resolve(anomaly: try call.arguments.integer("anomaly"), as: outcome)
      let answer = try await town.billing.payments.attempts.send(
        order, to: AttemptID(try call.arguments.string("attempt")), key: call.key, in: call.context)
      return Outcome(answer.record)
    },
    Order(
      "payment.resolveLine", "Un agent décide de ce que devient l’argent d’une ligne sans paiement.",
      [.required("line", .string, "la ligne"), outcome]
    ) { call, town in
      let outcome = try call.arguments.choice("outcome", Anomaly.Resolution.Outcome.self)
      let answer = try await town.billing.payments.strays.send(
        .resolve(as: outcome), to: StatementLineID(try call.arguments.string("line")), key: call.key, in: call.context)
      return Outcome(["line": .string(answer.record.id.rawValue)], "C’est noté.")
    },
    Order("screen.anomalies", "Pour un agent\u{A0}: ce qui attend une décision dans une régie.", [regie]) {
      call, town in
      let regie = try call.regie(in: town)
      let (payments, agent) = (town.billing.payments, try call.billingAgent)
      return Outcome(
        screen: BillingScreens.anomalies(
          try await payments.anomalies(of: regie.id, by: agent),
          try await payments.strayPayments(of: regie.id, by: agent), of: regie, town.wordings))
    },
    Order("screen.stuck", "Pour un agent\u{A0}: les paiements dont on ne sait rien depuis trois heures.", [regie]) {
      call, town in
      let regie = try call.regie(in: town)
      let stuck = try await town.billing.payments.stuck(
        of: regie.id, by: try call.billingAgent, at: call.context.instant)
      return Outcome(screen: BillingScreens.stuck(stuck, of: regie, town.calendar))
    },
    Order(
      "ledger.show", "Pour un agent\u{A0}: le livre d’une régie, jour par jour.",
      [
        regie, .required("from", .day, "du"), .required("to", .day, "au"),
        .optional("csv", .bool, "en CSV, pour un tableur"),
      ]
    ) { call, town in
      let regie = try call.regie(in: town)
      let (from, to) = (try call.arguments.day("from"), try call.arguments.day("to"))
      guard from <= to else { throw call.arguments.wrongValue("to") }
      let ledger = try await town.billing.payments.ledger(of: regie.id, on: from...to, by: try call.billingAgent)
      let csv = ledger.csv(names: [regie.id: regie.name])
      guard !call.arguments.flag("csv") else {
        return Outcome(["csv": .string(csv)], csv.replacing("\r\n", with: "\n"))
      }
      return Outcome(screen: BillingScreens.ledger(ledger, of: regie))
    },
  ]
}

extension Call {
  /// What PayFiP answers in the place of what was asked.
  fileprivate var payFiPFields: [String: String] {
    get throws {
      var fields = ["resultrans": try arguments.string("result")]
      fields["montant"] = arguments.optionalString("amount")
      for name in ["numcli", "refdet", "saisie", "idop"] { fields[name] = arguments.optionalString(name) }
      return fields
    }
  }

  /// The books of a régie are for agents; the desk looks whether for this one.
  fileprivate var billingAgent: Agent {
    get throws {
      guard case .agent(let agent) = context.principal else { throw PaymentRefusal.notPermitted }
      return agent
    }
  }
}
