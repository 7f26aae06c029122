import CivilTime

extension Inspection {
  /// Checks one field of a procedure.
  mutating func check(_ field: Field, of procedure: Procedure, after fields: EarlierFields, at place: Place) {
    label(field.label, at: place["label"])
    help(field.help, at: place["help"])
    check(field.type, at: place["type"])
    if case .member = field.type, procedure.access == .anonymous {
      note(.householdWithoutAccount, at: place["type"]["member"])
    }
    check(field.required, after: fields, at: place["required"])
    if let condition = field.shownWhen { check(condition, after: fields, at: place["shownWhen"]) }
    if let prefill = field.prefill {
      if !prefill.fits(field.type) { note(.prefillMismatch(prefill), at: place["prefill"]) }
      if prefill.isOfSubject, !procedure.subject.isOneMember {
        note(.prefillWithoutSubject(prefill), at: place["prefill"])
      }
    }
  }

  private mutating func check(_ type: FieldType, at place: Place) {
    switch type {
    case .text(let limits): check(limits, at: place["text"])
    case .longText(let limits): check(limits, at: place["longText"])
    case .integer(let bounds): ordered(bounds, at: place["integer"])
    case .date(let bounds):
      if let min = bounds.min, let max = bounds.max, min.isAlwaysAfter(max) {
        note(.reversedBounds, at: place["date"])
      }
    case .choice(let options): check(options, at: place["choice"]["options"])
    case .choices(let options, let count):
      let place = place["choices"]
      check(options, at: place["options"])
      if let min = count.min { within(0...options.count, min, at: place["min"]) }
      if let max = count.max, !options.isEmpty { within(1...options.count, max, at: place["max"]) }
      ordered(count, at: place)
    case .money(let bounds):
      let place = place["money"]
      if let min = bounds.min { within(0...Int.max, min, at: place["min"]) }
      if let max = bounds.max { within(0...Int.max, max, at: place["max"]) }
      ordered(bounds, at: place)
    case .yesNo, .confirmation, .email, .telephone, .postcode, .address, .member: break
    }
  }

  private mutating func check(_ limits: TextLimits, at place: Place) {
    within(0...TextLimits.lengthMax, limits.min, at: place["min"])
    within(1...TextLimits.lengthMax, limits.max, at: place["max"])
    ordered(Bounds(min: limits.min, max: limits.max), at: place)
  }

  private mutating func check(_ options: [ChoiceOption], at place: Place) {
    notEmpty(options, at: place)
    keys(options.map(\.key.rawValue), named: "key", in: place)
    for (index, option) in options.enumerated() { label(option.label, at: place[index]["label"]) }
  }

  private mutating func ordered(_ bounds: Bounds<Int>, at place: Place) {
    if let min = bounds.min, let max = bounds.max, min > max { note(.reversedBounds, at: place) }
  }
}

extension DateLimit {
  /// Whether this end comes after the other one, whatever day it is.
  fileprivate func isAlwaysAfter(_ other: DateLimit) -> Bool {
    switch (self, other) {
    case (.day(let first), .day(let last)): first > last
    case (.days(let first), .days(let last)): first > last
    case (.months(let first), .months(let last)): first > last
    case (.days(let first), .months(let last)): first >= 0 && last <= 0 && (first > 0 || last < 0)
    case (.months(let first), .days(let last)): first >= 0 && last <= 0 && (first > 0 || last < 0)
    case (.day, .days), (.day, .months), (.days, .day), (.months, .day): false
    }
  }
}

extension PrefillKey {
  fileprivate func fits(_ type: FieldType) -> Bool {
    switch (self, type) {
    case (.applicantLastName, .text), (.applicantFirstName, .text), (.subjectLastName, .text),
      (.subjectFirstName, .text), (.applicantBirthDate, .date), (.subjectBirthDate, .date), (.applicantEmail, .email),
      (.applicantTelephone, .telephone), (.applicantAddress, .address):
      true
    case (.applicantLastName, _), (.applicantFirstName, _), (.subjectLastName, _), (.subjectFirstName, _),
      (.applicantBirthDate, _), (.subjectBirthDate, _), (.applicantEmail, _), (.applicantTelephone, _),
      (.applicantAddress, _):
      false
    }
  }

  fileprivate var isOfSubject: Bool {
    switch self {
    case .subjectLastName, .subjectFirstName, .subjectBirthDate: true
    case .applicantLastName, .applicantFirstName, .applicantBirthDate, .applicantEmail, .applicantTelephone,
      .applicantAddress:
      false
    }
  }
}

extension SubjectRule {
  fileprivate var isOneMember: Bool {
    switch self {
    case .adult, .child, .anyMember: true
    case .none, .household: false
    }
  }
}
