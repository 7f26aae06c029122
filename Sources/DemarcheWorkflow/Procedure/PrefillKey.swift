/// What is known of an applicant or of the member concerned, and need not be asked again (F02).
public enum PrefillKey: String, CaseIterable, Hashable, Codable, CodingKeyRepresentable, Sendable {
  /// The applicant's last name.
  case applicantLastName = "applicant.lastName"
  /// The applicant's first name.
  case applicantFirstName = "applicant.firstName"
  /// The applicant's date of birth.
  case applicantBirthDate = "applicant.birthDate"
  /// The applicant's e-mail address.
  case applicantEmail = "applicant.email"
  /// The applicant's telephone number.
  case applicantTelephone = "applicant.telephone"
  /// The applicant's postal address.
  case applicantAddress = "applicant.address"
  /// The last name of the member concerned.
  case subjectLastName = "subject.lastName"
  /// The first name of the member concerned.
  case subjectFirstName = "subject.firstName"
  /// The date of birth of the member concerned.
  case subjectBirthDate = "subject.birthDate"
}
