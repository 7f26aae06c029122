import Foundation
import Identity

extension Order {
  private static let form = Field.required("form", .string, "le formulaire en cours")

  /// Creating an account, tab by tab.
  static let registration: [Order] = person + registrationHousehold + sending

  private static let person: [Order] = [
    Order(
      "registration.identity", "Onglet Identité.",
      [
        form, .required("firstName", .string, "le prénom"), .required("lastName", .string, "le nom"),
        .optional("birthDate", .day, "la date de naissance"), .optional("street", .string, "la voie"),
        .optional("postalCode", .string, "le code postal"), .optional("town", .string, "la commune"),
      ]
    ) { call, town in
      try await call.fill(in: town) { form in
        form.identity.firstName = Personal(try call.arguments.string("firstName"))
        form.identity.lastName = Personal(try call.arguments.string("lastName"))
        form.identity.birthDate = call.arguments.birthDate()
        form.identity.address = call.arguments["street"] == nil ? nil : try call.arguments.address()
      }
    },
    Order(
      "registration.contact", "Onglet Contact.",
      [
        form, .required("email", .string, "l’adresse de courriel"), .optional("telephone", .string, "le téléphone"),
        .optional("preferred", oneOf: Contact.Means.self, "le moyen choisi"),
      ]
    ) { call, town in
      try await call.fill(in: town) { form in
        form.contact.email = Personal(try call.arguments.string("email"))
        form.contact.telephone = Personal(call.arguments.optionalString("telephone") ?? "")
        form.contact.preferred = try call.arguments.preferred() ?? .email
      }
    },
  ]

  private static let sending: [Order] = [
    Order(
      "registration.access", "Onglet Accès\u{A0}: mot de passe, question et réponse.",
      [
        form, .required("new", .string, "le mot de passe"), .required("confirmation", .string, "le même"),
        .required("question", oneOf: RecoveryQuestion.self, "la question"),
        .required("answer", .string, "la réponse"),
      ]
    ) { call, town in
      let filled = town.accounts.pages.form(try call.arguments.string("form"))
      let access = try await town.accounts.registration.access(
        call.newPassword, question: call.arguments.choice("question", RecoveryQuestion.self),
        answer: call.arguments.string("answer"), form: filled)
      return try await call.fill(in: town) { $0.access = access }
    },
    Order("registration.captcha", "Onglet Validation\u{A0}: un cryptogramme.") { call, town in
      try await call.challenge(for: .registration, in: town)
    },
    Order(
      "registration.send", "«\u{A0}Envoyer\u{A0}»\u{A0}: crée le compte.",
      [form, .required("captcha", .string, "le cryptogramme"), .required("answer", .string, "ce qui a été saisi")]
    ) { call, town in
      let name = try call.arguments.string("form")
      let answer = CaptchaAnswer(
        try call.arguments.string("answer"), to: CaptchaID(try call.arguments.string("captcha")))
      let record = try await call.renewingCaptcha(for: .registration, in: town) {
        try await town.accounts.registration.send(
          town.accounts.pages.form(name), key: try call.key ?? RequestKey("form:\(name)"), captcha: answer,
          visitor: call.visitor, at: call.context.instant)
      }
      let login = record.state.login?.text.value ?? ""
      return Outcome(
        ["account": .string(record.id.rawValue), "login": .string(login)],
        "Votre compte est créé. Votre identifiant vous est envoyé par courriel.")
    },
  ]
}
