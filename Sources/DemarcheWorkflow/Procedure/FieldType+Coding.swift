extension FieldType: Codable {
  private enum Tag: String, CodingKey {
    case text, longText, integer, date, yesNo, confirmation, choice, choices, email, telephone, postcode, address
    case member, money
  }

  private struct OneOf: Codable {
    let options: [ChoiceOption]

    enum CodingKeys: String, CodingKey {
      case options
    }

    init(options: [ChoiceOption]) {
      self.options = options
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
      options = try container.decode([ChoiceOption].self, forKey: .options)
    }
  }

  private struct SomeOf: Codable {
    let options: [ChoiceOption]
    let min: Int?
    let max: Int?

    enum CodingKeys: String, CodingKey {
      case options, min, max
    }

    init(options: [ChoiceOption], count: Bounds<Int>) {
      self.options = options
      min = count.min
      max = count.max
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
      options = try container.decode([ChoiceOption].self, forKey: .options)
      min = try container.decodeIfPresent(Int.self, forKey: .min)
      max = try container.decodeIfPresent(Int.self, forKey: .max)
    }
  }

  /// Reads `"yesNo"` or, where there are limits, `{"text": {"max": 80}}`; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let tagged = try decoder.tagged(by: Tag.self)
    switch tagged.tag {
    case .text: self = .text(try tagged.content(TextLimits.self))
    case .longText: self = .longText(try tagged.content(TextLimits.self))
    case .integer: self = .integer(try tagged.content(Bounds<Int>.self))
    case .date: self = .date(try tagged.content(Bounds<DateLimit>.self))
    case .yesNo: self = try tagged.bare(.yesNo)
    case .confirmation: self = try tagged.bare(.confirmation)
    case .choice: self = .choice(try tagged.content(OneOf.self).options)
    case .choices:
      let some = try tagged.content(SomeOf.self)
      self = .choices(some.options, count: Bounds(min: some.min, max: some.max))
    case .email: self = try tagged.bare(.email)
    case .telephone: self = try tagged.bare(.telephone)
    case .postcode: self = try tagged.bare(.postcode)
    case .address: self = .address(try tagged.content(AddressArea.self))
    case .member: self = .member(try tagged.content(MemberRule.self))
    case .money: self = .money(try tagged.content(Bounds<Int>.self))
    }
  }

  /// Writes what ``init(from:)`` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let limits): try encoder.encode(limits, under: Tag.text)
    case .longText(let limits): try encoder.encode(limits, under: Tag.longText)
    case .integer(let bounds): try encoder.encode(bounds, under: Tag.integer)
    case .date(let bounds): try encoder.encode(bounds, under: Tag.date)
    case .yesNo: try encoder.encode(bare: Tag.yesNo)
    case .confirmation: try encoder.encode(bare: Tag.confirmation)
    case .choice(let options): try encoder.encode(OneOf(options: options), under: Tag.choice)
    case .choices(let options, let count):
      try encoder.encode(SomeOf(options: options, count: count), under: Tag.choices)
    case .email: try encoder.encode(bare: Tag.email)
    case .telephone: try encoder.encode(bare: Tag.telephone)
    case .postcode: try encoder.encode(bare: Tag.postcode)
    case .address(let area): try encoder.encode(area, under: Tag.address)
    case .member(let rule): try encoder.encode(rule, under: Tag.member)
    case .money(let bounds): try encoder.encode(bounds, under: Tag.money)
    }
  }
}
