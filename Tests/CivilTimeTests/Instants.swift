import CivilTime
import Foundation

/// The instant written with its offset from UTC, read without any time zone.
func instant(_ text: String) throws -> Date {
  try Date(text, strategy: .iso8601)
}

/// The date written `YYYY-MM-DD`.
func day(_ text: String) throws -> CivilDate {
  try CivilDate(iso: text)
}
