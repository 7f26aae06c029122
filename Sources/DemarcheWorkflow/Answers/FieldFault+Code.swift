extension FieldFault {
  /// The stable code; wordings are found by it.
  public var code: String {
    switch self {
    case .unknownField: "field.unknown"
    case .missing: "field.required"
    case .wrongKind: "field.wrong-kind"
    case .tooLong: "field.too-long"
    case .tooShort: "field.too-short"
    case .unprintable: "field.unprintable"
    case .pattern(let pattern): "field.pattern.\(pattern.rawValue)"
    case .tooSmall: "field.too-small"
    case .tooLarge: "field.too-large"
    case .amountTooSmall: "field.amount-too-small"
    case .amountTooLarge: "field.amount-too-large"
    case .tooEarly: "field.too-early"
    case .tooLate: "field.too-late"
    case .notConfirmed: "field.not-confirmed"
    case .unknownOption: "field.unknown-option"
    case .tooFew: "field.too-few"
    case .tooMany: "field.too-many"
    case .email: "field.email"
    case .telephone: "field.telephone"
    case .postcode: "field.postcode"
    case .address: "field.address"
    case .unknownMember: "field.unknown-member"
    }
  }

  /// The limit that was passed, as citizens read it: `{1}` of the sentence; `{0}` is the name of the field.
  var limits: [String] {
    switch self {
    case .tooLong(let limit), .tooShort(let limit): ["\(limit)\u{A0}caractère\(limit < 2 ? "" : "s")"]
    case .tooSmall(let limit), .tooLarge(let limit), .tooFew(let limit), .tooMany(let limit): [String(limit)]
    case .amountTooSmall(let cents), .amountTooLarge(let cents): [Self.euros(cents)]
    case .tooEarly(let date), .tooLate(let date): [date.frenchShort]
    case .unknownField, .missing, .wrongKind, .unprintable, .pattern, .notConfirmed, .unknownOption, .email,
      .telephone, .postcode, .address, .unknownMember:
      []
    }
  }
}
