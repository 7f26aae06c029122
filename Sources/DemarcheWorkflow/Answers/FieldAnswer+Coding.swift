import CivilTime

extension FieldAnswer: Codable {
  private enum Tag: String, CodingKey {
    case text, integer, date, yesNo, choice, choices, address, member, money
  }

  /// Reads `{"text": "Dupont"}`, `{"date": "2026-11-23"}`, `{"choices": ["lunch"]}`…; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let tagged = try decoder.taggedObject(by: Tag.self)
    switch tagged.tag {
    case .text: self = .text(try tagged.content(String.self))
    case .integer: self = .integer(try tagged.content(Int.self))
    case .date: self = .date(try tagged.content(CivilDate.self))
    case .yesNo: self = .yesNo(try tagged.content(Bool.self))
    case .choice: self = .choice(try tagged.content(OptionKey.self))
    case .choices: self = .choices(try tagged.content([OptionKey].self))
    case .address: self = .address(try tagged.content(Address.self))
    case .member: self = .member(try tagged.content(MemberID.self))
    case .money: self = .money(try tagged.content(Int.self))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text): try encoder.encode(text, under: Tag.text)
    case .integer(let number): try encoder.encode(number, under: Tag.integer)
    case .date(let date): try encoder.encode(date, under: Tag.date)
    case .yesNo(let yes): try encoder.encode(yes, under: Tag.yesNo)
    case .choice(let option): try encoder.encode(option, under: Tag.choice)
    case .choices(let options): try encoder.encode(options, under: Tag.choices)
    case .address(let address): try encoder.encode(address, under: Tag.address)
    case .member(let member): try encoder.encode(member, under: Tag.member)
    case .money(let cents): try encoder.encode(cents, under: Tag.money)
    }
  }
}
