public import WorkflowKernel

/// All that can be asked of the town, checked: themes in order, services, procedures with their revisions (F20).
///
/// A definition that could mislead a citizen or stop a case does not get in: making a catalogue tells every problem at
/// once, each with its place. Several revisions of a procedure may stand in it; the highest is the one on offer.
public struct Catalogue: Hashable, Sendable {
  /// One theme and what is on offer under it.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public let theme: Theme
    /// The procedures, in the order of the catalogue.
    public let procedures: [Procedure]
  }

  /// The headings, in order.
  public let themes: [Theme]
  /// The services of the town.
  public let services: [ServiceDesk]
  /// Every revision of every procedure, in order.
  public let procedures: [Procedure]

  private let positions: [Procedure.Reference: Int]
  private let latest: [ProcedureID: Int]

  /// Checks definitions.
  ///
  /// - Throws: ``InvalidCatalogue`` with every problem.
  public init(themes: [Theme], services: [ServiceDesk], procedures: [Procedure]) throws(InvalidCatalogue) {
    let problems = Self.problems(themes: themes, services: services, procedures: procedures)
    guard problems.isEmpty else { throw InvalidCatalogue(problems: problems) }
    self.themes = themes
    self.services = services
    self.procedures = procedures
    let indexed = procedures.enumerated()
    positions = Dictionary(indexed.map { ($0.element.reference, $0.offset) }) { first, _ in first }
    latest = Dictionary(indexed.map { ($0.element.id, $0.offset) }) { one, other in
      procedures[one].revision > procedures[other].revision ? one : other
    }
  }

  /// The revision that a case was opened with (F21).
  public subscript(reference: Procedure.Reference) -> Procedure? {
    positions[reference].map { procedures[$0] }
  }

  /// The revision on offer.
  public subscript(id: ProcedureID) -> Procedure? {
    latest[id].map { procedures[$0] }
  }

  /// Where a service is reached.
  public func desk(of service: ServiceID) -> ServiceDesk? {
    services.first { $0.id == service }
  }

  /// What is on offer, theme by theme; a theme without a procedure is left out (F20).
  public var sections: [Section] {
    let offered = procedures.indices.filter { latest[procedures[$0].id] == $0 }.map { procedures[$0] }
    return themes.compactMap { theme in
      let procedures = offered.filter { $0.theme == theme.id }
      return procedures.isEmpty ? nil : Section(theme: theme, procedures: procedures)
    }
  }
}
