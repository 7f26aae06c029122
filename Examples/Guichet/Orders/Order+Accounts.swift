import Foundation
import Identity

extension Order {
  private static let session = Field.required("session", .string, "la session, telle que account.signIn l’a donnée")

  /// What is done with an account: by its holder, then by the agents in charge.
  static let accounts: [Order] = accountChanges + owning + accountReview

  private static let owning: [Order] = [
    Order(
      "account.changeContact", "Change le moyen d’être joint.",
      [
        session, .required("email", .string, "l’adresse de courriel"), .optional("telephone", .string, "le téléphone"),
        .optional("preferred", oneOf: Contact.Means.self, "le moyen choisi"),
        .required("password", .string, "le mot de passe"),
      ]
    ) { call, town in
      let session = try await call.signedIn(in: town).changeContact(
        to: call.arguments.contact(), password: call.arguments.string("password"), at: call.context.instant)
      town.accounts.pages.keep(session)
      return Outcome([:], "Vos coordonnées ont été modifiées.")
    },
    Order(
      "account.close", "Ferme son compte.", [session, .required("password", .string, "le mot de passe")]
    ) { call, town in
      try await call.signedIn(in: town).close(
        password: call.arguments.string("password"), at: call.context.instant)
      return Outcome([:], "Votre compte est fermé.")
    },
    Order("account.export", "Tout ce que la mairie détient d’un compte, en JSON.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let journal = try await town.accounts.services.accounts.store.journal(of: record.id)
      let export = try PersonalExport(of: record.state, journal: journal).json()
      return Outcome(
        ["export": try JSONReader.value(of: export)],
        "Compte exporté, avec " + journal.count.counted("ligne", "lignes") + " de journal.")
    },
    Order("account.erasurePlan", "Ce qui sera effacé d’un compte, et quand.", [session]) { call, town in
      let record = try await call.ownAccount(in: town)
      let plan = ErasurePlan(of: record.state, under: town.accounts.services.accounts.machine.policy.retention)
      return Outcome(screen: AccountScreens.plan(plan, town.calendar))
    },
  ]
}
