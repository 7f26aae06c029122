extension Int {
  /// A number and what it counts; in French the plural begins with two.
  func counted(_ one: String, _ many: String) -> String { "\(self) \(self < 2 ? one : many)" }
}
