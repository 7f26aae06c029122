extension Brouillon {
  /// A draft counts nothing.
  public func gathering(on day: CivilDate) -> Brouillon { self }
}

extension EnCours {
  /// The file has grown.
  public func gathering(on day: CivilDate) -> EnCours {
    EnCours(clock: clock.elementCame(on: day), takenUpBy: takenUpBy)
  }
}

extension Incomplet {
  /// The file has grown.
  public func gathering(on day: CivilDate) -> Incomplet {
    Incomplet(clock: clock.elementCame(on: day), correction: correction)
  }
}

extension Incomplet {
  /// The clock runs again from the day on which all that was asked for has come (CRPA L114-5), sent again or not; the
  /// last of it is the last element, even an answer that was taken back because it was doubted.
  public func following(_ demarche: Demarche<Incomplet>, on day: CivilDate) -> Incomplet {
    guard !isAnswered, demarche.hasAllThatWasAsked else { return self }
    return Incomplet(clock: clock.resumed(on: day).elementCame(on: day), correction: correction)
  }

  /// Whether all that was asked for has come since.
  var isAnswered: Bool { clock.suspendedSince == nil }
}

extension Complet {
  /// The file has grown.
  public func gathering(on day: CivilDate) -> Complet {
    Complet(clock: clock.elementCame(on: day), declared: declared)
  }
}
