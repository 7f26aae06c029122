import Foundation
import Identity

extension Order {
  private static let source = Field.optional("source", .string, "d’où vient l’essai (192.0.2.1)")
  private static let session = Field.required("session", .string, "la session, telle que account.signIn l’a donnée")
  private static let new: [Field] = [
    .required("new", .string, "le nouveau mot de passe"), .required("confirmation", .string, "le même"),
  ]

  /// Signing in, and what follows a lost password.
  static let access: [Order] = [
    Order(
      "account.signIn", "Connexion.",
      [.required("login", .string, "l’identifiant"), .required("password", .string, "le mot de passe"), source]
    ) { call, town in
      let opened = try await SignIn(town.accounts.services).signIn(
        login: call.arguments.string("login"), password: call.arguments.string("password"), visitor: call.visitor,
        from: call.source, at: call.context.instant)
      return call.opened(
        opened, in: town,
        saying: opened.session.scope == .account ? "Connexion réussie." : "Choisissez un nouveau mot de passe.")
    },
    Order(
      "account.changePassword", "«\u{A0}Modifier mon mot de passe\u{A0}».",
      [session, .required("current", .string, "le mot de passe actuel")] + new
    ) { call, town in
      let opened = try await call.signedIn(in: town).changePassword(
        from: call.arguments.string("current"), to: call.newPassword, at: call.context.instant)
      return call.opened(opened, in: town, saying: town.wordings.sentence(for: "password.changed"))
    },
    Order(
      "account.changeQuestion", "«\u{A0}Modifier ma question/réponse\u{A0}».",
      [
        session, .required("question", oneOf: RecoveryQuestion.self, "la question"),
        .required("answer", .string, "la réponse"),
        .required("password", .string, "le mot de passe"),
      ]
    ) { call, town in
      let session = try await call.signedIn(in: town).changeQuestion(
        to: call.arguments.choice("question", RecoveryQuestion.self), answer: call.arguments.string("answer"),
        password: call.arguments.string("password"), at: call.context.instant)
      town.accounts.pages.keep(session)
      return Outcome([:], "Votre question et sa réponse ont été modifiées.")
    },
    Order(
      "recovery.begin", "«\u{A0}Mot de passe oublié\u{A0}?\u{A0}»\u{A0}: l’identifiant.",
      [
        .required("login", .string, "l’identifiant"), source,
        .optional("policy", oneOf: RecoveryPolicy.self, "comment (secretQuestion, comme la FAQ)"),
      ]
    ) { call, town in
      let policy = try call.arguments["policy"].map { _ in try call.arguments.choice("policy", RecoveryPolicy.self) }
      let services = policy == .mailedLink ? town.accounts.linked : town.accounts.services
      let step = try await Recovery(services).begin(
        login: call.arguments.string("login"), visitor: call.visitor, from: call.source, at: call.context.instant)
      switch step {
      case .question(let id, let question):
        return Outcome(
          ["recovery": .string(id.rawValue), "question": .string(question.rawValue)],
          town.wordings.sentence(for: question.code))
      case .letterPromised: return Outcome([:], town.wordings.sentence(for: "recovery.letter-promised"))
      }
    },
    Order(
      "recovery.answer", "«\u{A0}Confirmer\u{A0}» la réponse à la question.",
      [
        .required("recovery", .string, "la récupération"), .required("answer", .string, "la réponse"), source,
      ]
    ) { call, town in
      try await Recovery(town.accounts.services).answer(
        call.arguments.string("answer"), to: RecoveryID(call.arguments.string("recovery")), visitor: call.visitor,
        from: call.source, at: call.context.instant)
      return Outcome([:], "Un courriel vous est envoyé avec un nouveau mot de passe.")
    },
    Order(
      "recovery.end", "Choisit un mot de passe après s’être connecté avec celui du courriel.", [session] + new
    ) { call, town in
      let opened = try await call.signedIn(in: town).endRecovery(with: call.newPassword, at: call.context.instant)
      return call.opened(opened, in: town, saying: town.wordings.sentence(for: "password.changed"))
    },
    Order(
      "recovery.follow", "Suit le lien du courriel et choisit un mot de passe.",
      [.required("secret", .string, "la fin du lien")] + new
    ) { call, town in
      try await LinkedRecovery(town.accounts.services).end(
        secret: call.arguments.string("secret"), with: call.newPassword, visitor: call.visitor,
        at: call.context.instant)
      return Outcome([:], town.wordings.sentence(for: "password.changed"))
    },
    Order(
      "mail.secret", "Relève le mot de passe ou la fin de lien du dernier courriel reçu à une adresse.",
      [.required("to", .string, "l’adresse")]
    ) { call, town in
      let address = try call.arguments.string("to")
      guard let secret = town.mailbox.lastSecret(to: address) else {
        throw LineFault.unknownThing("Un secret reçu par", address)
      }
      return Outcome(["secret": .string(secret)], "Relevé\u{A0}: \(secret)")
    },
  ]
}
