import Billing
import DemarcheWorkflow

extension Screen.Cell {
  /// An answer in the words of the form; for programs, as `demarche.answer` takes it.
  static func answer(_ answer: FieldAnswer, to type: FieldType, in dossier: Dossier) -> Self {
    switch answer {
    case .text(let text): Self(text, .string(text))
    case .integer(let number): Self(String(number), .integer(number))
    case .date(let date): .day(date)
    case .yesNo(let flag): Self(flag ? "oui" : "non", .bool(flag))
    case .choice(let option): Self(type.label(of: option), .string(option.rawValue))
    case .choices(let options):
      // As the form proposes them: a week begins on Monday.
      Self(
        type.options.filter { options.contains($0.key) }.map(\.label).joined(separator: ", "),
        .array(options.map { .string($0.rawValue) }))
    case .address(let address): Self(address.line, try? JSONValue(encoding: address))
    case .member(let member): Self(dossier.name(of: member), .string(member.rawValue))
    case .money(let cents): .amount(Money(cents: cents))
    }
  }
}

extension FieldType {
  /// The options that the field proposes; none for most kinds of field.
  var options: [ChoiceOption] {
    switch self {
    case .choice(let options), .choices(let options, _): options
    case .text, .longText, .integer, .date, .yesNo, .confirmation, .email, .telephone, .postcode, .address, .member,
      .money:
      []
    }
  }

  fileprivate func label(of key: OptionKey) -> String {
    options.first { $0.key == key }?.label ?? key.rawValue
  }
}

extension DemarcheWorkflow.Address {
  fileprivate var line: String {
    (street + ["\(postcode) \(city)"] + (country.map { [$0] } ?? [])).joined(separator: ", ")
  }
}

extension Dossier {
  fileprivate func name(of id: MemberID) -> String {
    if case .member(let member) = subject, member.id == id { member.name.value } else { id.rawValue }
  }
}
