/// Why definitions make no catalogue: every problem, in the order of the definitions.
public struct InvalidCatalogue: Error, Hashable, Sendable, CustomStringConvertible {
  /// What must be put right; never empty.
  public let problems: [DefinitionProblem]

  init(problems: [DefinitionProblem]) {
    self.problems = problems
  }

  /// One English line a problem, for who writes the definitions.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Something wrong in a definition.
public struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
  /// Where it is, as `procedures[2].steps[0].fields[1].shownWhen`; empty for the whole.
  public let place: String
  /// What is the matter.
  public let fault: DefinitionFault

  /// The place and an English sentence.
  public var description: String { place.isEmpty ? fault.description : "\(place): \(fault)" }
}

/// What may be wrong in a definition.
public enum DefinitionFault: Hashable, Sendable {
  /// The JSON cannot be read here: an unknown key or value, a missing key, another type.
  case unreadable(String)
  /// The key stands twice where it must be unique.
  case duplicate(String)
  /// A key is made of ASCII letters, digits, hyphens and full stops, begins with a letter and has 64 of them at most.
  case malformedKey(String)
  /// There is nothing to read for the citizen.
  case blankText
  /// The text has more than so many characters.
  case longText(max: Int)
  /// The text holds what would break the line or the letter it is printed in.
  case unprintableText
  /// The list needs one entry at least.
  case emptyList
  /// The number is outside its bounds.
  case outOfBounds(Int, ClosedRange<Int>)
  /// The smallest value is greater than the largest.
  case reversedBounds
  /// No such theme.
  case unknownTheme(ThemeID)
  /// No such service.
  case unknownService(ServiceID)
  /// No such field.
  case unknownField(FieldKey)
  /// The condition looks at its own field or at one that comes after.
  case notEarlier(FieldKey)
  /// No such option in the field that the condition looks at.
  case unknownOption(OptionKey)
  /// The field can never have the answer that the condition expects.
  case impossibleAnswer(FieldKey)
  /// The period ends before it begins.
  case impossiblePeriod
  /// The period has days in common with one before it.
  case overlappingPeriod
  /// The season ends before the last opening period does.
  case seasonEndsTooEarly
  /// The notice would come no later than the draft begins.
  case noticeTooLong
  /// What is known of this kind does not answer a field of this type.
  case prefillMismatch(PrefillKey)
  /// The procedure concerns no single member of the household.
  case prefillWithoutSubject(PrefillKey)
  /// Without an account there is no household.
  case householdWithoutAccount
  /// This is no media type.
  case mediaType(String)
  /// This is no French telephone number.
  case telephone
  /// This is no e-mail address.
  case email
  /// This is no complete French address.
  case address
}

extension DefinitionFault: CustomStringConvertible {
  /// An English sentence, for who writes the definitions.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .duplicate(let key): "\"\(key)\" stands twice"
    case .malformedKey(let key):
      "\"\(key)\" is no key: ASCII letters, digits, hyphens, full stops, a letter first, 64 at most"
    case .blankText: "is blank"
    case .longText(let max): "has more than \(max) characters"
    case .unprintableText: "holds a control character, or a mark that changes the direction of the text"
    case .emptyList: "is empty"
    case .outOfBounds(let number, let range):
      "\(number) is not within \(range.lowerBound)…\(range.upperBound)"
    case .reversedBounds: "min is greater than max"
    case .unknownTheme(let theme): "there is no theme \"\(theme)\""
    case .unknownService(let service): "there is no service \"\(service)\""
    case .unknownField(let field): "there is no field \"\(field)\""
    case .notEarlier(let field): "\"\(field)\" does not come before"
    case .unknownOption(let option): "there is no option \"\(option)\""
    case .impossibleAnswer(let field): "\"\(field)\" never has this answer"
    case .impossiblePeriod: "ends before it begins"
    case .overlappingPeriod: "overlaps an earlier period"
    case .seasonEndsTooEarly: "comes before the end of the last opening period"
    case .noticeTooLong: "the notice is as long as the life of the draft, or longer"
    case .prefillMismatch(let key): "\"\(key.rawValue)\" does not answer a field of this type"
    case .prefillWithoutSubject(let key): "\"\(key.rawValue)\" needs a procedure for one member of the household"
    case .householdWithoutAccount: "needs an account, and the procedure is anonymous"
    case .mediaType(let type): "\"\(type)\" is no media type"
    case .telephone: "is no French telephone number"
    case .email: "is no e-mail address"
    case .address: "is no complete French address"
    }
  }
}
