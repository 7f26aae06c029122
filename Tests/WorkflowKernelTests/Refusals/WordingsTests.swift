import Testing
import WorkflowKernel

@Suite struct `A table of wordings` {
  private struct Refusal: ExplainableRefusal {
    var code = "basket.full"
    var arguments: [Personal<String>] = []
    var reasons: [RefusalReason] = []
  }

  private func fill(_ text: String, _ arguments: String...) -> String {
    Wordings(["x": Wording(text)]).sentence(for: "x", arguments: arguments.map { Personal($0) })
  }

  @Test func `F50: fills the places of a sentence`() {
    #expect(fill("{0} et {1}", "Jean", "Amélie") == "Jean et Amélie")
    #expect(fill("{1} puis {0}, {1}", "a", "b") == "b puis a, b")
    #expect(fill("rien") == "rien")
    #expect(fill("rien", "a") == "rien")
    #expect(fill("", "a") == "")
  }

  @Test func `F50: leaves an argument as it is, even if it looks like a place`() {
    #expect(fill("{0} et {1}", "{1}", "{0}") == "{1} et {0}")
    #expect(fill("{0}{1}", "{", "1}") == "{1}")
    #expect(fill("{{0}}", "0") == "{0}")
  }

  @Test func `F50: leaves a place without argument as it is`() {
    #expect(fill("{0} {1} {2}", "a", "b") == "a b {2}")
    #expect(fill("{0}") == "{0}")
    #expect(fill("{} {x} {-1} {0", "a") == "{} {x} {-1} {0")
    #expect(fill("{x {0}", "a") == "{x a")
  }

  @Test func `F50: explains a refusal with its next step and all its reasons`() {
    let wordings = Wordings([
      "basket.full": Wording("Le panier de {0} est plein.", next: "Payer"),
      "invoice.paid": "La facture {0} est payée.",
    ])
    let refusal = Refusal(
      arguments: [Personal("Jean")],
      reasons: [
        RefusalReason("invoice.paid", at: "f-1", arguments: [Personal("12")]), RefusalReason("invoice.unknown"),
      ])
    let explanation = wordings.explain(refusal)
    #expect(explanation.code == "basket.full")
    #expect(explanation.message == "Le panier de Jean est plein.")
    #expect(explanation.next == "Payer")
    #expect(explanation.reasons.map(\.message) == ["La facture 12 est payée.", "invoice.unknown"])
    #expect(explanation.reasons.map(\.place) == ["f-1", nil])
  }

  @Test func `F50: answers a code without a sentence by the code`() {
    #expect(Wordings().explain(Refusal()).message == "basket.full")
    #expect(Wordings().explain(Refusal()).next == nil)
  }

  @Test func `F50: is replaced sentence by sentence`() {
    let wordings = Wordings(["a": "un", "b": "deux"]).replacing(with: Wordings(["b": "zwei", "c": "drei"]))
    #expect(wordings.codes == ["a", "b", "c"])
    #expect(wordings.codes.map { wordings.sentence(for: $0) } == ["un", "zwei", "drei"])
  }

  @Test func `F28: composes a letter that says it is automatic`() throws {
    let wordings = Wordings.kernel.replacing(
      with: Wordings(["demarche.received": Wording("Bonjour {0}.", subject: "Reçu : {1}")]))
    let notice = Notice(to: .account("c-1"), "demarche.received", arguments: ["Jean", "12"])
    let letter = wordings.compose(notice)
    let footer = try #require(wordings["notice.footer"]).text
    #expect(letter.subject == "Reçu : 12")
    #expect(letter.body.value == "Bonjour Jean.\n\n" + footer)
  }

  @Test func `F28: keeps the subject of a letter on one line, whatever fills it`() {
    let wordings = Wordings(["x": Wording("{0}", subject: "Demande {0} reçue")])
    for argument in ["12\r\nBcc: a@b.example", "12\nBcc: a@b.example", "12\u{2028}\u{0}\u{85}\tBcc: a@b.example"] {
      let letter = wordings.compose(Notice(to: .account("c-1"), "x", arguments: [argument]))
      #expect(letter.subject == "Demande 12 Bcc: a@b.example reçue")
      #expect(letter.body.value == argument)
    }
    #expect(Letter(subject: "\r\nDemande n°\u{A0}12, été\n", body: Personal("")).subject == "Demande n°\u{A0}12, été")
  }

  @Test func `F50: has a sentence for each refusal of the kernel`() {
    let refusals: [SendRefusal] = [.stale, .keyReused, .claimed(Claim("s", "v"), by: "x"), .contended]
    for refusal in refusals {
      #expect(Wordings.kernel[refusal.code]?.text.isEmpty == false)
      #expect("\(refusal)" == refusal.code)
    }
    #expect(Set(refusals.map(\.code)).count == refusals.count)
  }

  @Test func `F15: has descriptions for operators without personal data`() {
    let refusal = Refusal(
      arguments: [Personal("Jean")],
      reasons: [RefusalReason("a", at: "field", arguments: [Personal("Jean")]), RefusalReason("b")])
    #expect("\(refusal)" == "basket.full (field: a, b)")
  }
}
