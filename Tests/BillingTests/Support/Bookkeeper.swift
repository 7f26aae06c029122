import Billing

/// A second bookkeeping that knows nothing of postings and payments: it keeps the tellings and counts them at the end of
/// each step.
struct Bookkeeper {
  /// Sums of one régie in cents.
  struct Sums: Equatable {
    var paid = 0
    var settled = 0
    var credited = 0
    var refunded = 0
    var open: Int { paid - settled - credited - refunded }
  }

  /// One telling of money.
  struct Telling: Hashable {
    let regie: RegieID
    let reference: PaymentReference
    let cents: Int
    let session: GatewayReference?
    let line: StatementLineID?
  }

  private(set) var sums: [RegieID: Sums] = ["ville": Sums(), "ccas": Sums()]

  /// Counts the money that a set of tellings stands for, by régie.
  ///
  /// Of the expected sum, one payment is told by the own session and by any one line; whatever else is told by sessions
  /// and by lines are the same payments, so there are as many as the longer list has.
  static func money(in tellings: Set<Telling>, expecting own: Telling) -> [RegieID: Int] {
    var money: [RegieID: Int] = [:]
    let sums = Dictionary(grouping: tellings) {
      Telling(regie: $0.regie, reference: $0.reference, cents: $0.cents, session: nil, line: nil)
    }
    for (sum, told) in sums {
      var sessions = told.filter { $0.session != nil }.count
      var lines = told.filter { $0.line != nil }.count
      var count = 0
      if sum.regie == own.regie, sum.reference == own.reference, sum.cents == own.cents {
        let ownSession = told.contains { $0.session == own.session } ? 1 : 0
        if ownSession + lines > 0 { count = 1 }
        sessions -= ownSession
        lines -= min(lines, 1)
      }
      money[sum.regie, default: 0] += (count + max(sessions, lines)) * sum.cents
    }
    return money
  }

  mutating func receive(_ cents: Int, by regie: RegieID) { sums[regie]?.paid += cents }
  mutating func settle(_ cents: Int, by regie: RegieID) { sums[regie]?.settled += cents }
  mutating func credit(_ cents: Int, by regie: RegieID) { sums[regie]?.credited += cents }
  mutating func refund(_ cents: Int, by regie: RegieID) { sums[regie]?.refunded += cents }
}
