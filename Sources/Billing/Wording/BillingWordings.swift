public import WorkflowKernel

extension Wordings {
  /// What billing says to citizens and agents; replace a sentence with `replacing(with:)`.
  public static let billing = Wordings(
    [amounts, invoices, basket, payment, payfip, messages].reduce(into: [:]) { all, part in
      all.merge(part) { _, new in new }
    })

  private static let amounts: [String: Wording] = [
    "money.no-digits": "Le montant manque.",
    "money.not-two-decimals": "Un montant a deux chiffres après la virgule, ou pas de virgule.",
    "money.bad-grouping": "Les chiffres d’un montant se groupent par trois.",
    "money.unexpected-character": "Un montant s’écrit en chiffres, avec une virgule : 19,99 €.",
    "money.overflow": "Le montant est trop élevé pour être compté.",
    "invoice.not-collectable": "L’acte de cette régie ne prévoit pas cette recette.",
    "invoice.nothing-to-pay": "Une facture ne peut pas être nulle ou négative.",
  ]

  /// Why *Mes comptes* is empty (F41).
  private static let invoices: [String: Wording] = [
    "invoices.account-not-validated":
      "Votre compte n’a pas encore été validé par la mairie : vos factures apparaîtront ensuite.",
    "invoices.account-too-recent":
      "Votre compte est trop récent : vos factures apparaîtront à partir du {0}, le temps que nos services le vérifient.",
    "invoices.no-billed-service":
      "Votre foyer n’a bénéficié d’aucune prestation soumise à facturation (scolaire, périscolaire, petite enfance, CCAS).",
    "invoices.none-in-window": "Aucune facture n’a été émise depuis le {0}.",
  ]

  /// The sentence of the FAQ, for both of its cases (F42).
  private static let basketFirst = Wording(
    "Impossible d'ajouter cet article, vous devez d'abord payer ceux en attente dans votre panier",
    next: "Accéder à votre panier")

  private static let basket: [String: Wording] = [
    "basket.not-permitted": "Ce panier n’est pas le vôtre.",
    "basket.unknown-invoice": "Cette facture n’existe pas ou n’est plus visible dans votre compte.",
    "basket.paid-invoice": Wording("Cette facture est déjà payée.", next: "Consulter votre relevé"),
    "basket.reserved-invoice": "Un paiement de cette facture est en cours.",
    "basket.already-in-basket": basketFirst,
    "basket.other-regie": basketFirst,
    "basket.total-too-large": "Le total du panier est trop élevé.",
    "basket.not-in-basket": "Cette facture n’est pas dans votre panier.",
    "basket.not-due": "Ce panier n’a pas expiré.",
    "basket.invoice-no-longer-visible": Wording(
      "La facture « {0} » ({1}) n’est plus visible dans votre compte : elle a quitté votre panier.",
      next: "Factures à payer"),
    "basket.invoice-of-other-regie": Wording(
      "La facture « {0} » ({1}) relève désormais d’une autre régie : elle a quitté votre panier.",
      next: "Factures à payer"),
  ]

  private static let payment: [String: Wording] = [
    "payment.not-permitted": "Cette action ne vous est pas ouverte.",
    "payment.unknown-reference": "Aucun paiement ne porte cette référence.",
    "payment.already-reserved": "Ce paiement existe déjà.",
    "payment.empty-basket": Wording("Votre panier est vide.", next: "Factures à payer"),
    "payment.invoice-changed": Wording(
      "La facture {0} de votre panier a changé depuis que vous l’avez choisie.", next: "Accéder à votre panier"),
    "payment.invoice-reserved": "Un paiement de la facture {0} de votre panier est déjà en cours.",
    "payment.invoice-already-paid": Wording(
      "La facture {0} de votre panier est déjà payée.", next: "Consulter votre relevé"),
    "payment.unknown-regie": "Cette régie n’encaisse pas en ligne.",
    "payment.not-collectable": "L’acte de la régie ne prévoit pas la recette de la facture {0} de votre panier.",
    "payment.below-minimum": "Le montant minimal d’un paiement en ligne est de {0}.",
    "payment.above-maximum": "Le montant maximal d’un paiement en ligne est de {0}.",
    "payment.already-open": "La page de paiement est déjà ouverte.",
    "payment.ended": Wording("Ce paiement est terminé.", next: "Accéder à votre panier"),
    "payment.impossible-amount": "Un paiement est d’au moins 0,01 € et d’au plus dix milliards d’euros.",
    "payment.line-already-entered": "La ligne {0} du relevé a déjà été saisie, pour un autre paiement ou autrement.",
    "payment.not-due": "Il est trop tôt pour cette action.",
    "payment.not-settled": "Ce paiement n’a pas soldé cette facture.",
    "payment.anomaly-unknown": "Cette anomalie n’existe pas.",
    "payment.anomaly-resolved": "Cette anomalie est déjà traitée.",
    "payment.anomaly-wrong-outcome": "Cette anomalie ne peut pas être traitée ainsi.",
    "payment.period-too-long": "La période dépasse une année.",
    "payment.gateway-unavailable": Wording(
      "Le service de paiement ne répond pas.", next: "Réessayer dans un instant"),
    "payment.gateway-refused": "Le service de paiement n’accepte pas ce paiement.",
    "payment.invalid-reference": "Une référence de paiement a de 6 à 30 lettres ou chiffres.",
    "payment.invalid-notification": "Cette notification ne désigne aucun paiement.",
  ]

  /// What is wrong with a request to PayFiP, or with its answer.
  private static let payfip: [String: Wording] = [
    "payfip.fields": "Ce paiement ne peut pas être transmis à PayFiP.",
    "payfip.numcli": "Le numéro de contrat a six chiffres.",
    "payfip.exer": "L’exercice est une année de quatre chiffres.",
    "payfip.objet": "L’objet du paiement est vide.",
    "payfip.montant": "Le montant est hors des bornes du contrat.",
    "payfip.mel": "L’adresse électronique est incorrecte.",
    "payfip.urlnotif": "L’adresse de notification est incomplète.",
    "payfip.urlredirect": "L’adresse de retour est incomplète.",
    "payfip.fault": "PayFiP a répondu par l’erreur {0}.",
    "payfip.missing-field": "Le champ « {0} » manque dans la réponse de PayFiP.",
    "payfip.repeated-field": "Le champ « {0} » est en double dans la réponse de PayFiP.",
    "payfip.unknown-contract": "La réponse de PayFiP désigne un contrat inconnu.",
    "payfip.unknown-mode": "La réponse de PayFiP désigne un mode de saisie inconnu.",
    "payfip.invalid-reference": "La réponse de PayFiP porte une référence illisible.",
    "payfip.unknown-result": "La réponse de PayFiP porte un résultat inconnu.",
    "payfip.invalid-amount": "La réponse de PayFiP porte un montant illisible.",
  ]

  private static let messages: [String: Wording] = [
    "payment.receipt": Wording(
      """
      Nous avons bien reçu votre paiement de {0} du {4} ({1}, référence {2}).

      {3}

      Ce message vaut accusé de réception électronique de votre paiement.
      """,
      subject: "Reçu de votre paiement en ligne"),
    "basket.invoice-paid-meanwhile": Wording(
      "La facture « {0} » ({1}) a été payée entre-temps : elle a quitté votre panier.",
      subject: "Une facture a quitté votre panier"),
    "anomaly.other-amount": "Le montant reçu n’est pas le montant attendu.",
    "anomaly.other-regie": "Le paiement a été encaissé par une autre régie.",
    "anomaly.other-reference": "Le paiement porte une autre référence.",
    "anomaly.other-session": "Le paiement vient d’une autre session.",
    "anomaly.other-mode": "Un paiement d’essai a été annoncé pour un paiement réel, ou l’inverse.",
    "anomaly.paid-twice": "Ce paiement a été reçu deux fois.",
    "anomaly.invoice-already-paid": "La facture était déjà payée.",
    "anomaly.contradicted": "Un refus ou une annulation a été annoncé après le paiement.",
    "anomaly.unknown-reference": "Aucun paiement ne porte la référence de cette ligne de relevé.",
  ]
}
