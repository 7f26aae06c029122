public import WorkflowKernel

extension RegistrationForm {
  /// What is missing or wrong in a tab; empty when the tab is complete.
  public func gaps(in tab: Tab) -> [RefusalReason] {
    let refusals: [(any ExplainableRefusal)?] =
      switch tab {
      case .identity:
        (blankNames.isEmpty ? [refusal { _ = try Login(of: readName()) }] : blankNames)
          + [refusal { _ = try readAddress() }]
      case .contact: [refusal { _ = try readContact() }]
      case .household: [name.flatMap { name in refusal { _ = try readHousehold(of: name) } }]
      case .access: [accessGap]
      }
    return refusals.compactMap { $0 }.map { RefusalReason($0.code, at: tab.rawValue, arguments: $0.arguments) }
  }

  /// What is missing or wrong in the whole form, tab by tab; empty when it can be sent.
  public var gaps: [RefusalReason] { Tab.allCases.flatMap(gaps(in:)) }

  /// What was entered, read whole.
  ///
  /// - Throws: ``RegistrationRefusal/incomplete(_:)``, which names every tab at fault.
  func read() throws(RegistrationRefusal) -> (profile: Profile, base: Login, access: AccessTab) {
    guard let access, accessGap == nil, let name, let base = try? Login(of: name), let contact = try? readContact(),
      let household = try? readHousehold(of: name)
    else { throw .incomplete(gaps) }
    let address: PostalAddress?
    do throws(ProfileRefusal) {
      address = try readAddress()
    } catch {
      throw .incomplete(gaps)
    }
    return (Profile(household: household, address: address, contact: contact), base, access)
  }

  /// The name, once it is complete.
  var name: PersonName? { try? readName() }

  /// The e-mail address, once it has the form of one.
  var email: EmailAddress? { try? EmailAddress(contact.email.value) }

  private func readName() throws(ProfileRefusal) -> PersonName {
    try PersonName(first: identity.firstName.value, last: identity.lastName.value)
  }

  /// Both are named at once, where both are missing.
  private var blankNames: [any ExplainableRefusal] {
    (identity.firstName.value.isBlank ? [ProfileRefusal.blankFirstName] : [])
      + (identity.lastName.value.isBlank ? [ProfileRefusal.blankLastName] : [])
  }

  /// The password and the answer are known as hashes alone: once the name or the address is another than the one they
  /// were judged against, they must be typed again.
  private var accessGap: AccessGap? {
    guard let access else { return .missing }
    let isJudged = (name == nil || name == access.judgedName) && (email == nil || email == access.judgedEmail)
    return isJudged ? nil : .outdated
  }

  private func readContact() throws(ProfileRefusal) -> Contact {
    let hasTelephone = !contact.telephone.value.isBlank
    return try Contact(
      email: try EmailAddress(contact.email.value),
      telephone: hasTelephone ? try TelephoneNumber(contact.telephone.value) : nil, preferred: contact.preferred)
  }

  /// A form that was decoded holds whatever was in it.
  private func readAddress() throws(ProfileRefusal) -> PostalAddress? {
    try identity.address?.checked()
  }

  private func readHousehold(of name: PersonName) throws(AccountRefusal) -> Household {
    let holder = Adult(id: .holder, name: name, birthDate: identity.birthDate)
    var read = try Household(responsible: name).admitting(.changeAdult(holder))
    for edit in household { read = try read.admitting(edit) }
    return read
  }

  private func refusal(of read: () throws -> Void) -> (any ExplainableRefusal)? {
    do {
      try read()
      return nil
    } catch {
      return error as? any ExplainableRefusal
    }
  }
}

private enum AccessGap: ExplainableRefusal {
  case missing
  case outdated

  var code: String {
    switch self {
    case .missing: "registration.access-missing"
    case .outdated: "registration.access-outdated"
    }
  }
}
