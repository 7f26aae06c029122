import CivilTime
import DemarcheWorkflow
import Testing

@Suite struct PrefillTests {
  private let form = FormSamples.procedure([
    Field("name", label: "Nom", type: .text(TextLimits(max: 10)), prefill: .applicantLastName),
    Field("byMail", label: "Par courriel ?", type: .yesNo),
    Field(
      "email", label: "Courriel", type: .email, shownWhen: .equals("byMail", .yesNo(true)), prefill: .applicantEmail),
    Field("phone", label: "Téléphone", type: .telephone, prefill: .applicantTelephone),
    Field(
      "surname", label: "Nom sur la boîte", type: .text(TextLimits(max: 10)), required: .never,
      shownWhen: .answered("phone"), prefill: .applicantFirstName),
    Field("callTime", label: "Heure d'appel", type: .text(TextLimits(max: 10)), shownWhen: .answered("phone")),
  ])

  private let known: [PrefillKey: FieldAnswer] = [
    .applicantLastName: .text("Lire"), .applicantEmail: .text("a@b.fr"), .applicantTelephone: .text("01 99 00 12 34"),
  ]

  private func prefilled(_ answers: Answers, with known: [PrefillKey: FieldAnswer]) -> Answers {
    form.prefilled(answers, with: known, on: .earliest)
  }

  @Test func `F02: what is known of the applicant fills the blanks, in the form in which it is kept`() {
    #expect(prefilled(Answers(), with: known) == ["name": .text("Lire"), "phone": .text("+33199001234")])
    #expect(prefilled(["name": .text("  ")], with: known)["name"] == .text("Lire"))
  }

  @Test func `F02: an answer that was given is never replaced`() {
    #expect(prefilled(["name": .text("Autre")], with: known)["name"] == .text("Autre"))
    #expect(prefilled(["phone": .text("wrong")], with: known)["phone"] == .text("wrong"))
  }

  @Test func `F02: a question that is not shown is not answered in the applicant's place`() {
    #expect(prefilled(["byMail": .yesNo(false)], with: known)["email"] == nil)
    #expect(prefilled(["byMail": .yesNo(true)], with: known)["email"] == .text("a@b.fr"))
  }

  @Test func `F02: what the field would refuse is asked again`() {
    let wrong: [PrefillKey: FieldAnswer] = [
      .applicantLastName: .text("Un nom bien trop long"), .applicantTelephone: .date(.earliest),
      .applicantEmail: .text(""),
    ]
    #expect(prefilled(["byMail": .yesNo(true)], with: wrong) == ["byMail": .yesNo(true)])
  }

  @Test func `F02: what was filled in opens the questions that hang on it`() {
    let named = known.merging([.applicantFirstName: .text("Amélie")]) { $1 }
    #expect(prefilled(Answers(), with: named)["surname"] == .text("Amélie"))
    #expect(prefilled(Answers(), with: [.applicantFirstName: .text("Amélie")])["surname"] == nil)
    let answers = prefilled(["byMail": .yesNo(false)], with: known)
    #expect(form.check(answers, on: .earliest).map(\.field) == ["callTime"])
  }
}
