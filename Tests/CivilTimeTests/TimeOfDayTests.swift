import CivilTime
import Testing

struct TimeOfDayTests {
  @Test(arguments: [
    (24, 0, InvalidTimeOfDay.hourOutOfRange), (-1, 0, .hourOutOfRange), (.max, .max, .hourOutOfRange),
    (0, 60, .minuteOutOfRange), (23, -1, .minuteOutOfRange), (12, .min, .minuteOutOfRange),
  ])
  func `a time outside the day is refused`(hour: Int, minute: Int, reason: InvalidTimeOfDay) {
    #expect(throws: reason) { try TimeOfDay(hour: hour, minute: minute) }
  }

  @Test func `times are ordered as the day goes, and written HH:MM`() throws {
    let times = try [(0, 0), (0, 1), (9, 59), (10, 0), (23, 59)].map { try TimeOfDay(hour: $0.0, minute: $0.1) }
    #expect(times.first == .midnight)
    #expect(times.shuffled().sorted() == times)
    #expect(times.map(\.description) == ["00:00", "00:01", "09:59", "10:00", "23:59"])
  }
}
