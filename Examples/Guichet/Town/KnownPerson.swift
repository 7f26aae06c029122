import DemarcheWorkflow
import Identity

/// What an account says already, in the terms of a démarche: entered once, used again in each (F02).
struct KnownPerson {
  let profile: Profile

  var lastName: String { profile.holder.name.last.value }
  var firstName: String { profile.holder.name.first.value }

  /// The members of the household that a field may name.
  var household: [KnownMember] { profile.household.members.map { KnownMember(id: $0.id, kind: $0.kind) } }

  /// The member for whom a démarche is; `nil` for one the account does not declare.
  func subject(_ id: MemberID) -> Subject? {
    profile.household.member(id).map {
      .member(Subject.Member(id: $0.id, kind: $0.kind, name: $0.displayName.value))
    }
  }

  /// What to write in the blanks of a démarche for a subject.
  func answers(for subject: Subject) -> [PrefillKey: FieldAnswer] {
    var known: [PrefillKey: FieldAnswer] = [
      .applicantLastName: .text(lastName), .applicantFirstName: .text(firstName),
      .applicantEmail: .text(profile.contact.email.address.value),
    ]
    known[.applicantBirthDate] = profile.holder.birthDate.map { .date($0.value) }
    known[.applicantTelephone] = profile.contact.telephone.map { .text($0.number.value) }
    known[.applicantAddress] = profile.address.map {
      .address(Address(street: [$0.street.value], postcode: $0.postalCode.value, city: $0.town.value))
    }
    if case .member(let member) = subject, let member = profile.household.member(member.id) {
      known[.subjectLastName] = member.name.map { .text($0.last.value) }
      known[.subjectFirstName] = member.name.map { .text($0.first.value) }
      known[.subjectBirthDate] = member.birthDate.map { .date($0.value) }
    }
    return known
  }
}

extension Identity.Member {
  fileprivate var kind: MemberKind {
    switch self {
    case .adult: .adult
    case .child: .child
    }
  }
}

extension TownHall {
  /// What is known of a citizen; `nil` for anybody whose account this town does not hold.
  func knownPerson(_ principal: Principal) async throws -> KnownPerson? {
    guard case .citizen(let account) = principal else { return nil }
    return try await accounts.services.accounts.store.load(account)?.state.profile.map(KnownPerson.init)
  }
}
