import CivilTime

extension FieldFault {
  /// "1 234,56 €", with the blanks of French typography.
  static func euros(_ cents: Int) -> String {
    let digits = String(cents.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let whole = Array(padded.dropLast(2))
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append("\u{202F}") }
      grouped.append(digit)
    }
    return (cents < 0 ? "-" : "") + grouped + "," + padded.suffix(2) + "\u{A0}€"
  }
}

extension Int {
  /// A size in bytes: "900 octets", "500 ko", "1,5 Mo", with the blanks of French typography.
  var frenchSize: String {
    guard self >= 1000 else { return "\(self)\u{A0}octet\(self < 2 ? "" : "s")" }
    guard self >= 1_000_000 else { return "\(self / 1000)\u{A0}ko" }
    let tenths = self / 100_000
    return "\(tenths / 10)" + (tenths.isMultiple(of: 10) ? "" : ",\(tenths % 10)") + "\u{A0}Mo"
  }
}
