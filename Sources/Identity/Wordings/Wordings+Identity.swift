public import WorkflowKernel

extension Wordings {
  /// The sentences of accounts, sign-in and recovery; those that the rules quote stand to the letter.
  public static let identity = refusals.replacing(with: notices).replacing(with: questions)

  private static let refusals = Wordings([
    "login.empty": "Saisissez votre identifiant.",
    "login.too-long": "Cet identifiant est trop long.",
    "login.foreign-character":
      "Ce nom contient un caractère qu’un identifiant ne peut pas porter : contactez la mairie.",
    "login.name-missing": "Le prénom et le nom sont nécessaires pour former votre identifiant.",
    "password.empty": "Saisissez un mot de passe.",
    "password.forbidden-character": "Le mot de passe contient un caractère invisible : ressaisissez-le.",
    "password.confirmation-differs": "Le nouveau mot de passe et sa confirmation doivent être identiques",
    "password.equals-login": "Le mot de passe doit être différent de l’identifiant.",
    "password.too-short": "Le mot de passe doit compter au moins {0} caractères.",
    "password.too-long": "Le mot de passe ne peut pas dépasser {0} caractères.",
    "password.blocked": "Ce mot de passe est trop facile à deviner : choisissez-en un autre.",
    "password.current-invalid": "Le mot de passe actuel est invalide",
    "answer.too-short": "La réponse doit compter au moins 3 caractères.",
    "answer.too-long": "La réponse ne peut pas dépasser 100 caractères.",
    "answer.invisible-character": "La réponse contient un caractère invisible : ressaisissez-la.",
    "answer.too-common": "Cette réponse est trop facile à deviner : choisissez-en une autre.",
    "profile.blank-first-name": "Le prénom est obligatoire.",
    "profile.blank-last-name": "Le nom est obligatoire.",
    "profile.digit-in-name": "Le prénom et le nom s’écrivent sans chiffre.",
    "profile.invisible-character": "La saisie contient un caractère invisible : ressaisissez-la.",
    "profile.too-long": "La saisie ne peut pas dépasser 100 caractères.",
    "profile.incomplete-address": "L’adresse est incomplète : indiquez la rue, le code postal et la commune.",
    "profile.invalid-email": "L’adresse de courriel n’est pas valide.",
    "profile.invalid-telephone": "Le numéro de téléphone n’est pas valide.",
    "profile.telephone-missing": "Indiquez un numéro de téléphone pour être joint par ce moyen.",
    "household.already-member": "Cette personne fait déjà partie du foyer.",
    "household.unknown-member": "Cette personne ne fait pas partie du foyer.",
    "household.responsible-leaves-last": Wording(
      "Suppression impossible car {0} est l’adulte responsable du foyer.", next: "Fermer le compte"),
    "household.only-responsible": "Suppression impossible car {0} est l'unique responsable de {1}.",
    "household.responsibles-count": "Vous devez définir 1 à 3 responsables pour l'enfant {0}",
    "household.unknown-responsible":
      "Les responsables de l’enfant {0} doivent être des adultes du foyer, cités une fois.",
    "account.unknown": "Ce compte n’existe pas.",
    "account.not-allowed": "Vous n’avez pas le droit d’effectuer cette opération.",
    "account.under-review": "Vous avez déjà une demande de modification en cours",
    "account.not-valid": "Vous ne pouvez modifier votre compte que si son état est valide",
    "account.impossible": "Cette opération n’est pas possible dans l’état actuel du compte.",
    "account.not-due": "Cette opération n’est pas encore possible.",
    "account.reason-missing": "Indiquez le motif.",
    "account.reason-unfit": "Le motif contient un caractère invisible ou dépasse 4 000 caractères.",
    "account.nothing-to-change": "Aucune modification n’a été saisie.",
    "account.access-changed": Wording("L’accès à votre compte a changé entre-temps.", next: "Se reconnecter"),
    "door.unknown": "Aucun essai n’a été compté.",
    "session.revoked": Wording("Votre session est terminée.", next: "Se reconnecter"),
    "session.expired": Wording("Votre session a expiré.", next: "Se reconnecter"),
    "session.too-narrow": Wording("Choisissez d’abord un nouveau mot de passe.", next: "Modifier mon mot de passe"),
    "sign-in.refused": Wording("L’identifiant ou le mot de passe est invalide.", next: "Mot de passe oublié ?"),
    "recovery.over": Wording("Cette demande n’est plus valable.", next: "Mot de passe oublié ?"),
    "recovery.not-confirmed": Wording(
      "La réponse n’a pas pu être confirmée. Après trop d’essais, un lien est envoyé à l’adresse du compte, s’il existe.",
      next: "Mot de passe oublié ?"),
    "registration.incomplete": "Certains onglets sont incomplets.",
    "registration.access-missing": "Choisissez un mot de passe, une question et sa réponse.",
    "registration.access-outdated":
      "Votre nom ou votre adresse de courriel a changé : choisissez à nouveau le mot de passe et la réponse.",
    "registration.logins-contended": Wording("Votre compte n’a pas pu être créé.", next: "Envoyer à nouveau"),
    "captcha.wrong": "Le cryptogramme saisi est incorrect : en voici un nouveau.",
    "captcha.expired": "Le cryptogramme a expiré : en voici un nouveau.",
    "captcha.already-used": "Ce cryptogramme a déjà servi : en voici un nouveau.",
    "captcha.unknown": "Ce cryptogramme n’est plus valable : en voici un nouveau.",
    "captcha.too-many-tries": "Trop d’essais : revenez plus tard.",
  ])

  private static let notices = Wordings([
    "account.opened": Wording(
      "Votre compte est créé. Votre identifiant est : {0}\n\nAttention : les accents sont pris en compte !",
      subject: "Votre identifiant"),
    "account.validated": Wording("Votre compte a été validé par la mairie.", subject: "Votre compte est valide"),
    "account.refused": Wording(
      "Votre compte n’a pas été validé par la mairie. Motif : {0}", subject: "Votre compte n’est pas validé"),
    "account.change-accepted": Wording(
      "La modification de votre compte a été acceptée.", subject: "Modification acceptée"),
    "account.change-rejected": Wording(
      "La modification de votre compte n’a pas été acceptée. Motif : {0}", subject: "Modification refusée"),
    "account.contact-changed": Wording(
      "Le moyen de vous joindre a été modifié. Si ce n’est pas de votre fait, contactez la mairie.",
      subject: "Vos coordonnées ont changé"),
    "account.question-changed": Wording(
      "Votre question de récupération a été modifiée. Si ce n’est pas de votre fait, contactez la mairie.",
      subject: "Votre question a changé"),
    "account.password-changed": Wording(
      "Votre mot de passe a été modifié. Si ce n’est pas de votre fait, contactez la mairie.",
      subject: "Votre mot de passe a changé"),
    "account.closing-announced": Wording(
      "Sans connexion de votre part, votre compte sera fermé le {0}.", subject: "Votre compte va être fermé"),
    "account.closed": Wording("Votre compte est fermé.", subject: "Votre compte est fermé"),
    "account.closed-by-town": Wording(
      "Votre compte a été fermé par la mairie. Motif : {0}", subject: "Votre compte est fermé"),
    "recovery.temporary-password": Wording(
      "Votre nouveau mot de passe, valable une heure et une seule fois : {0}\n\n"
        + "Il ne permet que de choisir un autre mot de passe ; l’ancien reste valable jusque-là.",
      subject: "Votre nouveau mot de passe"),
    "recovery.link": Wording(
      "Pour choisir un nouveau mot de passe, saisissez ce code dans les 24 heures : {0}",
      subject: "Choisir un nouveau mot de passe"),
    "password.changed": "Votre mot de passe a bien été modifié",
    "recovery.letter-promised": "Si cet identifiant existe, un courriel vient d’être envoyé.",
  ])

  private static let questions = Wordings([
    "question.first-school": "Quel est le nom de votre première école ?",
    "question.childhood-street": "Dans quelle rue avez-vous grandi ?",
    "question.first-pet": "Quel est le nom de votre premier animal ?",
    "question.grandparent": "Quel est le prénom de l’un de vos grands-parents ?",
    "question.first-trip": "Quel est le premier pays étranger que vous avez visité ?",
    "question.first-job": "Quel a été votre premier métier ?",
  ])
}
