extension FieldType {
  /// The answer in the form in which it is kept and compared; one of another kind stays as it is.
  func kept(_ answer: FieldAnswer) -> FieldAnswer {
    switch (self, answer) {
    case (.telephone, .text(let text)): .text(Telephone(text)?.e164 ?? text.tidied)
    case (.email, .text(let text)): .text(EmailAddress(text)?.text ?? text.tidied)
    case (.postcode, .text(let text)): .text(Postcode(text)?.text ?? text.tidied)
    case (_, .text(let text)): .text(text.tidied)
    case (_, .choices(let options)): .choices(Set(options).sorted())
    case (_, .address(let address)): .address(address.tidied)
    case (_, .integer), (_, .date), (_, .yesNo), (_, .choice), (_, .member), (_, .money): answer
    }
  }
}
