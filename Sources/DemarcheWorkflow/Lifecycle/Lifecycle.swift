// The lifecycle of a démarche (F26): each state is a type, and what may be ordered in it is what it conforms to.

extension Brouillon: Answerable, Submittable, Cancellable, Expiring {}
extension EnCours: Answerable, Reviewable, Takable, Correctable, Completable, Rejectable, Cancellable {}
extension Incomplet: Answerable, Reviewable, Resubmittable, Completable, Rejectable, Cancellable {}
extension Complet: Reviewable, Correctable, Validatable, Rejectable, Cancellable {}
extension Valide: Closable, Reopenable {}
extension Rejete: Reopenable, Archivable {}
extension Annule: Reopenable, Archivable {}
extension Clos: Archivable {}
extension Archive {}

extension Brouillon: Living {}
extension EnCours: Living {}
extension Incomplet: Living {}
extension Complet: Living {}
extension Valide: Living {}
extension Rejete: Living {}
extension Annule: Living {}
extension Clos: Living {}

/// What was submitted and waits for a decision: its silence clock counts.
public protocol Filed: DemarcheState where KnownFiling == Filing {
  /// The silence clock.
  var clock: SilenceClock { get }
}
/// A state in which elements of the file may come.
public protocol Gathering: DemarcheState {
  /// The same state, once an element of the file has come on a day.
  func gathering(on day: CivilDate) -> Self
  /// The same state, once the file of its démarche has changed on a day.
  func following(_ demarche: Demarche<Self>, on day: CivilDate) -> Self
}

extension Gathering {
  /// The state is as it was.
  public func following(_ demarche: Demarche<Self>, on day: CivilDate) -> Self { self }
}
/// Fields are answered, pieces supplied or announced by post, by the applicant.
public protocol Answerable: Gathering {}
/// The applicant sends the draft to the town.
public protocol Submittable: DemarcheState {}
/// The system warns that the draft will be removed.
public protocol Expiring: DemarcheState where KnownFiling == Never? {}
/// Posted pieces are received, and every piece is reviewed, by an agent in charge.
public protocol Reviewable: Gathering {}
/// An agent in charge takes the démarche up.
public protocol Takable: Filed {}
/// An agent in charge asks the applicant for what is missing.
public protocol Correctable: Filed {}
/// The applicant sends what was missing.
public protocol Resubmittable: Filed {}
/// An agent in charge declares the file complete.
public protocol Completable: Filed {}
/// An agent in charge, or silence, accepts.
public protocol Validatable: Filed {}
/// An agent in charge, or silence, rejects.
public protocol Rejectable: Filed {}
/// The applicant withdraws, an agent in charge cancels, or the démarche expires.
public protocol Cancellable: DemarcheState {}
/// An agent in charge takes a decision back.
public protocol Reopenable: DemarcheState {}
/// An agent in charge, or the end of the season, closes what was accepted.
public protocol Closable: DemarcheState where KnownFiling == Filing {}
/// The system erases the personal content at the end of retention.
public protocol Archivable: DemarcheState {}
/// Notes are added, and agents consult.
public protocol Living: DemarcheState {}
