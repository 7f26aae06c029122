public import Foundation

/// One line of the tabs *Accueil* and *Demandes* (F27).
public struct DemarcheRow: Hashable, Sendable {
  /// The démarche.
  public let id: DemarcheID
  /// The request number; `nil` for a draft.
  public let number: RequestNumber?
  /// The procedure's label.
  public let label: String
  /// The state, whose label is the indicator at the end of the line.
  public let state: DemarcheStateName
  /// When it was submitted; for a draft, when it was opened.
  public let instant: Date
  /// The member of the household; `nil` when there is none, and for an agent.
  public let member: Personal<String>?
}

extension DemarcheRow {
  var namingNobody: DemarcheRow {
    DemarcheRow(id: id, number: number, label: label, state: state, instant: instant, member: nil)
  }
}

/// Some lines of a list, and where to go on.
public struct DemarchePage: Hashable, Sendable {
  /// The lines, the latest first.
  public let rows: [DemarcheRow]
  /// Where the next page starts; `nil` at the end.
  public let next: PageCursor?
}

extension DemarcheMachine {
  func row(_ record: Record<DemarcheMachine>) -> DemarcheRow? {
    guard let dossier = record.state.dossier else { return nil }
    let member: Personal<String>? =
      switch dossier.subject {
      case .member(let member): member.name
      case .none, .household: nil
      }
    return DemarcheRow(
      id: record.id, number: record.state.filing?.number,
      label: dossier.terms.label, state: record.state.name, instant: record.state.filing?.received ?? dossier.opened,
      member: member)
  }
}
