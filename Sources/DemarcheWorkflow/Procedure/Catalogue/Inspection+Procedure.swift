extension Inspection {
  /// Checks what stands inside one procedure.
  mutating func check(_ procedure: Procedure, at place: Place) {
    var ids: Set<String> = []
    key(procedure.id.rawValue, at: place["id"], seen: &ids)
    within(1...Self.numberMax, procedure.revision, at: place["revision"])
    label(procedure.label, at: place["label"])
    help(procedure.help, at: place["help"])
    if procedure.access == .anonymous, procedure.subject != .none {
      note(.householdWithoutAccount, at: place["subject"])
    }
    checkTimeLimits(of: procedure, at: place)
    let fields = checkSteps(of: procedure, at: place["steps"])
    checkPieces(of: procedure, after: fields, at: place["pieces"])
  }

  private mutating func checkTimeLimits(of procedure: Procedure, at place: Place) {
    switch procedure.silence {
    case .acceptance(let months): within(1...Self.monthsMax, months, at: place["silence"]["acceptance"]["months"])
    case .rejection(let months): within(1...Self.monthsMax, months, at: place["silence"]["rejection"]["months"])
    case .none: break
    }
    let draft = procedure.draft
    within(1...Self.daysMax, draft.lifeDays, at: place["draft"]["lifeDays"])
    within(0...Self.daysMax, draft.noticeDays, at: place["draft"]["noticeDays"])
    if draft.noticeDays >= draft.lifeDays { note(.noticeTooLong, at: place["draft"]["noticeDays"]) }
    within(1...Self.daysMax, procedure.correctionDays, at: place["correctionDays"])
    within(0...Self.monthsMax, procedure.retentionMonths, at: place["retentionMonths"])
    for (index, period) in procedure.openings.enumerated() {
      let place = place["openings"][index]
      if period.last < period.first { note(.impossiblePeriod, at: place) }
      let overlaps = procedure.openings[..<index].contains { $0.first <= period.last && period.first <= $0.last }
      if overlaps { note(.overlappingPeriod, at: place) }
    }
    if let end = procedure.seasonEnd, let last = procedure.openings.map(\.last).max(), end < last {
      note(.seasonEndsTooEarly, at: place["seasonEnd"])
    }
  }

  /// Checks the steps and gives the fields that a condition of the pieces may look at: all of them.
  private mutating func checkSteps(of procedure: Procedure, at place: Place) -> EarlierFields {
    notEmpty(procedure.steps, at: place)
    keys(procedure.steps.map(\.key.rawValue), named: "key", in: place)
    var fields = EarlierFields(all: Set(procedure.steps.flatMap(\.fields).map(\.key)))
    var fieldKeys: Set<String> = []
    for (stepIndex, step) in procedure.steps.enumerated() {
      let place = place[stepIndex]
      label(step.label, at: place["label"])
      help(step.help, at: place["help"])
      notEmpty(step.fields, at: place["fields"])
      for (index, field) in step.fields.enumerated() {
        let place = place["fields"][index]
        key(field.key.rawValue, at: place["key"], seen: &fieldKeys)
        check(field, of: procedure, after: fields, at: place)
        fields.append(field)
      }
    }
    return fields
  }

  private mutating func checkPieces(of procedure: Procedure, after fields: EarlierFields, at place: Place) {
    keys(procedure.pieces.map(\.key.rawValue), named: "key", in: place)
    for (index, piece) in procedure.pieces.enumerated() {
      let place = place[index]
      label(piece.label, at: place["label"])
      help(piece.help, at: place["help"])
      notEmpty(piece.formats, at: place["formats"])
      for (index, format) in piece.formats.enumerated() {
        if !format.isWellFormed { note(.mediaType(format.rawValue), at: place["formats"][index]) }
        if piece.formats[..<index].contains(format) { note(.duplicate(format.rawValue), at: place["formats"][index]) }
      }
      within(1...Self.numberMax, piece.bytesMax, at: place["bytesMax"])
      if let months = piece.validityMonths { within(1...Self.monthsMax, months, at: place["validityMonths"]) }
      check(piece.required, after: fields, at: place["required"])
    }
  }

  /// Beyond any procedure, and far from where adding days could overflow.
  private static let numberMax = 1_000_000_000
  private static let daysMax = 3_660
  private static let monthsMax = 1_200
}

/// The fields before the one being checked, and the keys of them all.
struct EarlierFields {
  let all: Set<FieldKey>
  private var earlier: [FieldKey: FieldType] = [:]

  init(all: Set<FieldKey>) {
    self.all = all
  }

  mutating func append(_ field: Field) { earlier[field.key] = field.type }

  func type(of key: FieldKey) -> FieldType? { earlier[key] }
}

extension MediaType {
  /// Two restricted names in lower case with a slash between them (RFC 6838, 4.2).
  fileprivate var isWellFormed: Bool {
    let names = rawValue.split(separator: "/", omittingEmptySubsequences: false)
    return names.count == 2
      && names.allSatisfy { name in
        (1...127).contains(name.utf8.count) && name == name.lowercased()
          && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || Self.marks.contains($0) }
      }
  }

  private static let marks = Set("!#$&-^_.+".utf8)
}
