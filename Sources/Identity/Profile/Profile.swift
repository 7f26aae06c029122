import CivilTime
import WorkflowKernel

/// What the town knows of a citizen and their household: entered once, reused in each démarche (F01, F02).
public struct Profile: Hashable, Codable, Sendable {
  /// The holder, as the responsible adult, and the members they declared.
  public internal(set) var household: Household
  /// Where the household lives, once given.
  public internal(set) var address: PostalAddress?
  /// How the holder is reached.
  public internal(set) var contact: Contact

  /// Describes a citizen and their household.
  public init(household: Household, address: PostalAddress? = nil, contact: Contact) {
    self.household = household
    self.address = address
    self.contact = contact
  }

  /// The holder of the account.
  public var holder: Adult { household.responsible }

  /// This profile after the changes, in order.
  ///
  /// - Throws: ``AccountRefusal/profile(_:)`` or ``AccountRefusal/household(_:)`` for the first change that cannot stand.
  func applying(_ changes: [ProfileChange]) throws(AccountRefusal) -> Profile {
    var profile = self
    for change in changes {
      switch change {
      case .household(let edit): profile.household = try profile.household.admitting(edit)
      case .address(let address):
        guard address != profile.address else { continue }
        do throws(ProfileRefusal) {
          profile.address = try address.checked()
        } catch {
          throw .profile(error)
        }
      }
    }
    return profile
  }
}

/// One "Sauver" of a citizen who changes their account (F07).
public enum ProfileChange: Hashable, Codable, Sendable {
  /// A member comes, changes or goes; the holder's own name and birth date are a member's.
  case household(HouseholdEdit)
  /// The household has moved.
  case address(PostalAddress)
}
