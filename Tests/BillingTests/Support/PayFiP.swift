import Billing

enum PayFiP {
  /// A recorded answer of `recupererDetailPaiementSecurise`, with some fields replaced.
  static func answer(_ result: String, montant: String = "2028", _ other: [String: String?] = [:]) -> PayFiPReply {
    let fields: [String: String?] = [
      "resultrans": result, "idOp": "idop-1", "numcli": "000001", "exer": "20", "refdet": "REF000001",
      "montant": montant, "mel": "alice@example.org", "saisie": "W", "objet": "Factures A B",
      "dattrans": "18092025", "heurtrans": "1104",
    ]
    return .answer(fields.merging(other) { _, new in new }.compactMapValues { $0 })
  }
}
