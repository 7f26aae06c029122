import CivilTime

extension CivilDate {
  /// The day as French papers write it: 26/11/2026.
  var french: String {
    let parts = description.split(separator: "-")
    return parts.reversed().joined(separator: "/")
  }
}
