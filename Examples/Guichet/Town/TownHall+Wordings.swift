import WorkflowKernel

extension TownHall {
  /// What this town words its own way: only a host knows the address of its pages.
  static let ownWordings = Wordings([
    "recovery.link": Wording(
      """
      Pour choisir un nouveau mot de passe, suivez ce lien dans les 24\u{A0}heures\u{A0}:
      https://demarches.exemple.fr/mot-de-passe/{0}
      """, subject: "Choisir un nouveau mot de passe")
  ])
}
