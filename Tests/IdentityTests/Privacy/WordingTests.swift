import Foundation
import Identity
import Testing

struct WordingTests {
  private static let refusals: [any ExplainableRefusal] = {
    let name = Personal("Zoé Lire")
    let lists: [[any ExplainableRefusal]] = [
      ProfileRefusal.allCases, RecoveryAnswerRefusal.allCases, SignInRefusal.allCases, RecoveryRefusal.allCases,
      SessionRefusal.allCases, PasswordChangeRefusal.allCases,
      [LoginRefusal.empty, .tooLong, .foreignCharacter, .nameMissing] as [LoginRefusal],
      [
        PasswordRefusal.empty, .forbiddenCharacter, .confirmationDiffers, .equalsLogin, .tooShort(12), .tooLong(128),
        .blocked,
      ] as [PasswordRefusal],
      [
        HouseholdRefusal.alreadyMember, .unknownMember, .responsibleLeavesLast(name), .onlyResponsible(name, of: name),
        .responsiblesCount(name), .unknownResponsible(name),
      ] as [HouseholdRefusal],
      [
        AccountRefusal.unknown, .notAllowed, .underReview, .notValid, .impossible(in: .ferme), .notDue, .reasonMissing,
        .reasonUnfit, .accessChanged, .profile(.tooLong), .household(.alreadyMember),
        .nothingToChange,
      ] as [AccountRefusal],
      [RegistrationRefusal.incomplete([]), .loginsContended] as [RegistrationRefusal],
      [DoorRefusal.unknown],
    ]
    return lists.flatMap { $0 }
  }()

  @Test func `F50: every refusal has its sentence, filled in, and a description without anybody in it`() {
    for refusal in Self.refusals {
      let message = Wordings.identity.explain(refusal).message
      #expect(message != refusal.code, "\(refusal.code) has no sentence")
      #expect(!message.contains("{"), "\(refusal.code) is not filled in")
      #expect(!"\(refusal)".contains("Zoé"))
    }
  }

  @Test func `F50: every verdict of a captcha, notice and question has its sentence`() {
    let captcha = CaptchaVerdict.allCases.filter { $0 != .passed }.map { "captcha." + $0.rawValue }
    let notices = [
      "account.opened", "account.validated", "account.refused", "account.change-accepted", "account.change-rejected",
      "account.contact-changed", "account.question-changed", "account.password-changed", "account.closing-announced",
      "account.closed", "account.closed-by-town", "recovery.temporary-password", "recovery.link",
      "registration.access-missing", "registration.access-outdated",
    ]
    for code in captcha + notices + RecoveryQuestion.allCases.map(\.code) {
      #expect(Wordings.identity[code] != nil, "\(code) has no sentence")
    }
  }

  @Test func `F50: sentences are French typography: no-break spaces before high punctuation`() {
    for code in Wordings.identity.codes {
      let wording = Wordings.identity[code]
      for text in [wording?.text, wording?.subject, wording?.next].compactMap({ $0 }) {
        #expect(text.firstMatch(of: /[ \w][:;?!](\s|$)/) == nil, "\(code): \(text)")
      }
    }
  }

  @Test func `F50: a host replaces a sentence, and the rules do not move`() throws {
    let own = Wordings.identity.replacing(with: Wordings(["account.not-valid": "Patience."]))
    #expect(own.explain(AccountRefusal.notValid).message == "Patience.")
    #expect(own.explain(AccountRefusal.underReview).message == "Vous avez déjà une demande de modification en cours")
  }

  @Test func `F50: the sentences that the rules quote stand to the letter`() {
    let quoted = [
      "account.not-valid": "Vous ne pouvez modifier votre compte que si son état est valide",
      "account.under-review": "Vous avez déjà une demande de modification en cours",
      "household.responsibles-count": "Vous devez définir 1 à 3 responsables pour l'enfant {0}",
      "household.only-responsible": "Suppression impossible car {0} est l'unique responsable de {1}.",
      "password.current-invalid": "Le mot de passe actuel est invalide",
      "password.confirmation-differs": "Le nouveau mot de passe et sa confirmation doivent être identiques",
      "password.changed": "Votre mot de passe a bien été modifié",
    ]
    for (code, sentence) in quoted { #expect(Wordings.identity[code]?.text == sentence) }
  }
}
