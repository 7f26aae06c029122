/// The slip to enclose with pieces sent by post: what the town asks to find in the envelope (F24).
///
/// There is none for a draft: it has no number yet.
public struct PostSlip: Hashable, Sendable {
  /// The procedure's label.
  public let object: String
  /// The request number.
  public let number: RequestNumber
  /// The applicant's last name.
  public let lastName: Personal<String>
  /// The applicant's first name.
  public let firstName: Personal<String>
  /// The pieces that the applicant will post, or still owes.
  public let pieces: [String]

  /// The slip as the applicant prints it.
  public var text: Personal<String> {
    Personal(
      """
      Objet\u{A0}: \(object)
      N° de la demande\u{A0}: \(number)
      Nom\u{A0}: \(lastName.value)
      Prénom\u{A0}: \(firstName.value)
      """ + (pieces.isEmpty ? "" : "\nPièces jointes\u{A0}:\n" + pieces.map { "- \($0)" }.joined(separator: "\n")))
  }
}

extension Demarche where State: Filed {
  /// The slip to enclose with the pieces that are announced or still awaited.
  public var postSlip: PostSlip {
    PostSlip(
      object: dossier.terms.label, number: filing.number,
      lastName: filing.identity.lastName, firstName: filing.identity.firstName,
      pieces: dossier.pieces.filter { $0.isAnnounced || owedPieces.contains($0) }.map(\.label))
  }
}

extension PieceJustificative {
  fileprivate var isAnnounced: Bool { status.name == .announced }
}
