import CivilTime
import Foundation

extension TownCalendar {
  /// Reads an instant written `YYYY-MM-DDThh:mm` or `YYYY-MM-DDThh:mm:ss`, and nothing else.
  ///
  /// What follows says where the clock hangs: nothing for the town's, `Z`, or an offset `±hh:mm`. ASCII digits only; no
  /// 24:00 and no leap second. `nil` for any other text, and outside the years 1…9999.
  func instant(iso text: String) -> Date? {
    var rest = text.utf8[...]
    guard let date = try? CivilDate(iso: String(Substring(rest.prefix(10)))) else { return nil }
    rest = rest.dropFirst(10)
    guard rest.take("T"), let time = rest.takeTime() else { return nil }
    var seconds = 0
    if rest.take(":") {
      guard let number = rest.takeTwoDigits(), number < 60 else { return nil }
      seconds = number
    }
    if rest.isEmpty { return zone.instant(of: date, at: time).addingTimeInterval(Double(seconds)) }
    if !rest.take("Z") {
      let isAhead = rest.take("+")
      guard isAhead || rest.take("-"), let offset = rest.takeTime() else { return nil }
      seconds += isAhead ? -offset.seconds : offset.seconds
    }
    let instant = Date(timeIntervalSince1970: Double(date.daysSinceEpoch * 86_400 + time.seconds + seconds))
    return rest.isEmpty && Self.span.contains(instant) ? instant : nil
  }

  /// From the first second of the calendar to its last, in UTC: an offset may lead out of it.
  private static let span = start(of: .earliest)...start(of: .latest).addingTimeInterval(86_399)

  private static func start(of date: CivilDate) -> Date {
    Date(timeIntervalSince1970: Double(date.daysSinceEpoch * 86_400))
  }
}

extension TimeOfDay {
  fileprivate var seconds: Int { hour * 3600 + minute * 60 }
}

extension Substring.UTF8View {
  fileprivate mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: expected) else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeTwoDigits() -> Int? {
    let digits = prefix(2)
    guard digits.count == 2, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    self = dropFirst(2)
    return Int(Substring(digits))
  }

  fileprivate mutating func takeTime() -> TimeOfDay? {
    guard let hour = takeTwoDigits(), take(":"), let minute = takeTwoDigits() else { return nil }
    return try? TimeOfDay(hour: hour, minute: minute)
  }
}
