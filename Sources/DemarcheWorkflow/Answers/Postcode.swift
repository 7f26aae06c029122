/// A French postcode: mainland, Corsica (20…), overseas (97…, 98…).
struct Postcode {
  /// The five digits.
  let text: String

  init?(_ text: String) {
    guard text.utf8.count <= Self.bytesMax else { return nil }
    let digits = text.unicodeScalars.filter { !$0.isBlank }
    guard digits.count == 5, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    self.text = String(String.UnicodeScalarView(digits))
    guard let department = Int(self.text.prefix(2)), let territory = Int(self.text.prefix(3)) else { return nil }
    guard (1...95).contains(department) || Self.overseas.contains(territory) else { return nil }
  }

  private static let bytesMax = 20

  /// The departments and territories of the first three digits, Monaco (980) among them.
  private static let overseas: Set<Int> = [971, 972, 973, 974, 975, 976, 977, 978, 980, 984, 986, 987, 988]
}
