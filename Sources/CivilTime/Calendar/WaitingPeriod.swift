/// "More than so many days" before something becomes possible, and how to count them (F41).
///
/// The town's rule speaks of « plus de 2 jours ouvrés » and can be read in several ways, which give different instants:
/// the number and the reading are data, ``moreThanTwoJoursOuvres`` is the reading of this library.
public struct WaitingPeriod: Hashable, Sendable {
  /// How the days are counted.
  ///
  /// The day it starts on never counts, except by the hour.
  public enum Reading: String, Hashable, Codable, Sendable, CaseIterable {
    /// Whole days, Monday to Friday less the public holidays; over at midnight after the last one, even if a Saturday
    /// begins (Code de procédure civile 641 and 642, first paragraph).
    case joursOuvres
    /// Whole days, Monday to Saturday less the public holidays; over at midnight after the last one.
    case joursOuvrables
    /// As `joursOuvres`, but over when the working day that follows the last one begins.
    case untilNextJourOuvre
    /// 24 hours a day, from the instant itself.
    case hours
  }

  /// The number of days, 0…366.
  public let days: Int

  /// How the days are counted.
  public let reading: Reading

  /// « Plus de 2 jours ouvrés » (F41): two whole working days after the day it starts on.
  public static let moreThanTwoJoursOuvres = WaitingPeriod(uncheckedDays: 2, reading: .joursOuvres)

  private init(uncheckedDays days: Int, reading: Reading) {
    self.days = days
    self.reading = reading
  }

  /// Makes a period of that many days.
  ///
  /// - Throws: ``InvalidWaitingPeriod`` outside 0…366 days.
  public init(days: Int, reading: Reading = .joursOuvres) throws(InvalidWaitingPeriod) {
    guard (0...366).contains(days) else { throw InvalidWaitingPeriod(days: days) }
    self.init(uncheckedDays: days, reading: reading)
  }
}

extension WaitingPeriod: Codable {
  private enum CodingKeys: String, CodingKey {
    case days, reading
  }

  /// Reads the number of days and the reading, both required.
  ///
  /// - Throws: `DecodingError.dataCorrupted` outside 0…366 days or for an unknown reading.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let days = try container.decode(Int.self, forKey: .days)
    let reading = try container.decode(Reading.self, forKey: .reading)
    do throws(InvalidWaitingPeriod) {
      try self.init(days: days, reading: reading)
    } catch {
      throw DecodingError.dataCorruptedError(forKey: .days, in: container, debugDescription: error.description)
    }
  }
}

/// A waiting period has between 0 and 366 days: an error of configuration.
public struct InvalidWaitingPeriod: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number that was asked for.
  public let days: Int

  /// An English sentence for operators.
  public var description: String { "A waiting period has between 0 and 366 days, not \(days)." }
}
