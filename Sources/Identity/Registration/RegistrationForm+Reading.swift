public import WorkflowKernel

extension RegistrationForm {
  /// What is missing or wrong in a tab; empty when the tab is complete.
  public func gaps(in tab: Tab) -> [RefusalReason] {
    let refusals: [(any ExplainableRefusal)?] =
      switch tab {
      case .identity:
        [
          identity.firstName.value.tidied.isEmpty ? ProfileRefusal.blankFirstName : nil,
          identity.lastName.value.tidied.isEmpty ? ProfileRefusal.blankLastName : nil,
          name.flatMap { name in refusal { _ = try Login(of: name) } },
        ]
      case .contact: [refusal { _ = try readContact() }]
      case .household: [name.flatMap { name in refusal { _ = try readHousehold(of: name) } }]
      case .access: [access == nil ? AccessMissing() : nil]
      }
    return refusals.compactMap { $0 }.map { RefusalReason($0.code, at: tab.rawValue, arguments: $0.arguments) }
  }

  /// What is missing or wrong in the whole form, tab by tab; empty when it can be sent.
  public var gaps: [RefusalReason] { Tab.allCases.flatMap(gaps(in:)) }

  /// What was entered, read whole.
  ///
  /// - Throws: ``RegistrationRefusal/incomplete(_:)``, which names every tab at fault.
  func read() throws(RegistrationRefusal) -> (profile: Profile, base: Login, access: AccessTab) {
    guard let access, let name, let base = try? Login(of: name), let contact = try? readContact(),
      let household = try? readHousehold(of: name)
    else { throw .incomplete(gaps) }
    return (Profile(household: household, address: identity.address, contact: contact), base, access)
  }

  /// The name, once it is complete.
  var name: PersonName? {
    try? PersonName(first: identity.firstName.value, last: identity.lastName.value)
  }

  private func readContact() throws(ProfileRefusal) -> Contact {
    let hasTelephone = !contact.telephone.value.tidied.isEmpty
    return try Contact(
      email: try EmailAddress(contact.email.value),
      telephone: hasTelephone ? try TelephoneNumber(contact.telephone.value) : nil, preferred: contact.preferred)
  }

  private func readHousehold(of name: PersonName) throws(HouseholdRefusal) -> Household {
    let holder = Adult(id: .holder, name: name, birthDate: identity.birthDate)
    var read = try Household(responsible: name).applying(.changeAdult(holder))
    for edit in household { read = try read.applying(edit) }
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

private struct AccessMissing: ExplainableRefusal {
  var code: String { "registration.access-missing" }
}
