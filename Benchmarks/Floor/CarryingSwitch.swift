/// The same lifecycle by hand, over states that hand on a dossier.
///
/// What a town would write without a library: the dossier and what submitting made stand behind a reference each, and
/// there are no reasons, no effects, no journal.
public enum CarryingSwitch: Sendable {
  case enCours(Carried)
  case incomplet(Carried)
  case complet(Carried)
  case valide(Carried)
  case rejete(Carried)
  case annule(Carried)
  case clos(Carried)
  case archive(since: Double)

  /// What a state hands on to the next.
  public struct Carried: Sendable {
    let dossier: Dossier
    let filing: Filing
    let since: Double

    /// Something to hand on.
    public init(dossier: Dossier, filing: Filing, since: Double) {
      self.dossier = dossier
      self.filing = filing
      self.since = since
    }

    func moved(at now: Double) -> Carried { Carried(dossier: dossier, filing: filing, since: now) }
  }

  /// What was asked, and who is in charge.
  public final class Dossier: Sendable {
    let service: String
    let isDisproved: Bool

    /// A dossier of a service.
    public init(service: String, isDisproved: Bool) {
      self.service = service
      self.isDisproved = isDisproved
    }
  }

  /// What submitting made.
  public final class Filing: Sendable {
    let account: String

    /// What the holder of an account has submitted.
    public init(account: String) { self.account = account }
  }

  /// Who orders.
  public enum Person: Sendable {
    case citizen(account: String)
    case agent(services: Set<String>)
    case system
  }

  /// Decides.
  @inline(never)
  public func decide(_ order: Switch.Order, by person: Person, at now: Double) throws(Switch.Refused) -> CarryingSwitch
  {
    switch (self, order) {
    case (.enCours(let carried), .requestCorrection), (.complet(let carried), .requestCorrection):
      guard carried.role(of: person) == .agent else { throw .forbidden }
      return .incomplet(carried.moved(at: now))
    case (.incomplet(let carried), .resubmit):
      guard carried.role(of: person) == .applicant else { throw .forbidden }
      return .enCours(carried.moved(at: now))
    case (.enCours(let carried), .declareComplete), (.incomplet(let carried), .declareComplete):
      guard carried.role(of: person) == .agent else { throw .forbidden }
      return .complet(carried.moved(at: now))
    case (.complet(let carried), .validate):
      guard let role = carried.role(of: person), role != .applicant else { throw .forbidden }
      guard !carried.dossier.isDisproved, carried.since <= now else { throw .disproved }
      return .valide(carried.moved(at: now))
    case (.enCours(let carried), .reject), (.incomplet(let carried), .reject), (.complet(let carried), .reject):
      guard let role = carried.role(of: person), role != .applicant else { throw .forbidden }
      return .rejete(carried.moved(at: now))
    case (.enCours(let carried), .cancel), (.incomplet(let carried), .cancel), (.complet(let carried), .cancel):
      guard carried.role(of: person) != nil else { throw .forbidden }
      return .annule(carried.moved(at: now))
    case (.valide(let carried), .reopen), (.rejete(let carried), .reopen), (.annule(let carried), .reopen):
      guard carried.role(of: person) == .agent else { throw .forbidden }
      return .enCours(carried.moved(at: now))
    case (.valide(let carried), .close):
      guard let role = carried.role(of: person), role != .applicant else { throw .forbidden }
      return .clos(carried.moved(at: now))
    case (.rejete(let carried), .archive), (.annule(let carried), .archive), (.clos(let carried), .archive):
      guard carried.role(of: person) == .system else { throw .forbidden }
      return .archive(since: now)
    case (.enCours, _), (.incomplet, _), (.complet, _), (.valide, _), (.rejete, _), (.annule, _), (.clos, _),
      (.archive, _):
      throw .impossible
    }
  }
}

extension CarryingSwitch.Carried {
  fileprivate func role(of person: CarryingSwitch.Person) -> Switch.Role? {
    switch person {
    case .citizen(let account): account == filing.account ? .applicant : nil
    // As the library does: comparing a handful of names costs less than hashing one.
    case .agent(let services): services.contains { $0 == dossier.service } ? .agent : nil
    case .system: .system
    }
  }
}
