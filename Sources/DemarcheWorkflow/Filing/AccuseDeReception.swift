/// The acknowledgement that a démarche was received (CRPA L112-3, R112-5, R112-11-1; F32).
///
/// Every mandatory field is a field of the type and none is blank, so an incomplete acknowledgement cannot be built. It
/// is not a payment receipt.
public struct AccuseDeReception: Hashable, Codable, Sendable {
  /// The request number.
  public let number: RequestNumber
  /// What was asked for.
  public let object: String
  /// The day of reception, in the town's zone.
  public let received: CivilDate
  /// The service in charge, with its address and telephone.
  public let desk: ServiceDesk
  /// What silence will mean.
  public let silence: SilenceStatement

  /// What silence will mean, and from when.
  public enum SilenceStatement: Hashable, Codable, Sendable {
    /// Without an answer by the end of this day the request is accepted, provided the file is complete.
    case accepts(after: CivilDate)
    /// Without an answer by the end of this day the request is rejected, provided the file is complete.
    case rejects(after: CivilDate)
    /// The law attaches no decision to silence.
    case decidesNothing
  }

  /// Nothing where the desk is not that of the service in charge, or cannot be written to and called.
  init?(number: RequestNumber, terms: Terms, desk: ServiceDesk, clock: SilenceClock) {
    guard desk.id == terms.service, desk.isReachable else { return nil }
    self.number = number
    object = terms.label
    received = clock.started
    self.desk = desk
    silence =
      switch terms.silence {
      case .acceptance(let months): .accepts(after: clock.lastElement.adding(months: months))
      case .rejection(let months): .rejects(after: clock.started.adding(months: months))
      case .none: .decidesNothing
      }
  }

  /// The acknowledgement in French.
  public var text: String {
    let consequence =
      switch silence {
      case .accepts(let day):
        """
        En l’absence de réponse au \(day.frenchLong), votre demande sera acceptée, sous réserve que le dossier soit \
        complet. Une attestation vous sera alors délivrée si vous la demandez (article L232-3 du CRPA).
        """
      case .rejects(let day):
        """
        En l’absence de réponse au \(day.frenchLong), votre demande sera rejetée, sous réserve que le dossier soit \
        complet. Vous disposerez alors de deux mois pour contester ce rejet devant le tribunal administratif.
        """
      case .decidesNothing:
        "L’absence de réponse ne vaut ni acceptation ni rejet de votre demande."
      }
    return """
      Votre demande «\u{A0}\(object)\u{A0}» a été reçue le \(received.frenchLong) sous le n°\u{A0}\(number).
      Service chargé du dossier\u{A0}: \(desk.label), \(desk.address.onOneLine), tél.\u{A0}\(desk.telephone.unbroken).
      \(consequence)
      """
  }
}

extension String {
  /// A telephone number is not cut at the end of a line.
  fileprivate var unbroken: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}

extension Address {
  var onOneLine: String {
    (street + ["\(postcode) \(city)"] + [country].compactMap(\.self)).joined(separator: ", ")
  }
}
