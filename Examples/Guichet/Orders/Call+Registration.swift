import Identity

extension Call {
  /// Fills a part of a form, and says what is still missing, tab by tab.
  func fill(in town: TownHall, _ change: (inout RegistrationForm) throws -> Void) async throws -> Outcome {
    let name = try arguments.string("form")
    var form = town.accounts.pages.form(name)
    try change(&form)
    town.accounts.pages.keep(form, as: name)
    let open = RegistrationForm.Tab.allCases.filter { !form.gaps(in: $0).isEmpty }
    let reasons = form.gaps.map { gap -> JSONValue in
      ["tab": JSONValue(gap.place), "code": .string(gap.code), "message": .string(town.wordings.sentence(of: gap))]
    }
    let sentences =
      ["Onglets à compléter\u{A0}: " + open.map(\.label).joined(separator: ", ") + "."]
      // The other tabs are only waiting to be filled; a household that is not right is told why.
      + form.gaps(in: .household).map(town.wordings.sentence(of:))
    return Outcome(
      ["missing": .array(open.map { .string($0.rawValue) }), "reasons": .array(reasons)],
      open.isEmpty ? "Le formulaire est complet." : sentences.joined(separator: " "))
  }
}

extension Wordings {
  fileprivate func sentence(of reason: RefusalReason) -> String {
    sentence(for: reason.code, arguments: reason.arguments)
  }
}

extension RegistrationForm.Tab {
  fileprivate var label: String {
    switch self {
    case .identity: "Identité"
    case .contact: "Contact"
    case .household: "Foyer"
    case .access: "Accès"
    }
  }
}
