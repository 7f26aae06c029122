public import WorkflowKernel

/// A datum that démarches ask for and the account may already hold (F02).
public enum ProfileField: String, Name {
  /// The last name.
  case lastName
  /// The first name.
  case firstName
  /// The birth date, `AAAA-MM-JJ`; for an unborn child the expected date.
  case birthDate
  /// Number and street.
  case street
  /// The postal code.
  case postalCode
  /// The town.
  case town
  /// The e-mail address of the holder.
  case email
  /// The telephone of the holder.
  case telephone
}

extension Profile {
  /// What the account holds for a field of a member, to prefill a démarche; `nil` when it is still to be given.
  public func value(of field: ProfileField, for member: MemberID = .holder) -> Personal<String>? {
    guard let person = household.member(member) else { return nil }
    return switch field {
    case .lastName: person.name?.last
    case .firstName: person.name?.first
    case .birthDate: person.birthDate.map { Personal($0.value.description) }
    case .street: address?.street
    case .postalCode: address?.postalCode
    case .town: address?.town
    case .email: contact.email.address
    case .telephone: contact.telephone?.number
    }
  }

  /// What a step of a démarche needs of a member and the account does not hold yet, in the order asked.
  public func missing(_ needed: [ProfileField], for member: MemberID = .holder) -> [ProfileField] {
    needed.filter { value(of: $0, for: member) == nil }
  }
}
