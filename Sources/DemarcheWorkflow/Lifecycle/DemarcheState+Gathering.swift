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
  /// The file has grown; the clock still stands.
  public func gathering(on day: CivilDate) -> Incomplet {
    Incomplet(clock: clock.elementCame(on: day), correction: correction)
  }
}

extension Complet {
  /// The file has grown.
  public func gathering(on day: CivilDate) -> Complet {
    Complet(clock: clock.elementCame(on: day), declared: declared)
  }
}
