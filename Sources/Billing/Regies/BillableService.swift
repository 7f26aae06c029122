/// The services of a town for which a household may receive an invoice (F41).
public enum BillableService: String, CaseIterable, Hashable, Codable, Sendable {
  /// School itself.
  case scolaire
  /// What surrounds school: canteen, after-school care, study.
  case periscolaire
  /// Nurseries and childminders.
  case petiteEnfance
  /// The centre communal d'action sociale, a public body with its own budget.
  case ccas
}
