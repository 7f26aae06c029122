/// What the town's silence decides (code des relations entre le public et l'administration, L231-1, L231-4; F31).
///
/// The law's period is two months; a definition always writes it.
public enum SilenceRule: Hashable, Sendable {
  /// Silence accepts, so many calendar months after the file is complete.
  case acceptance(months: Int)
  /// Silence rejects, so many calendar months after reception, the time spent incomplete left out.
  case rejection(months: Int)
  /// Silence decides nothing: the town delivers a document, or a text sets another course.
  case none
}
