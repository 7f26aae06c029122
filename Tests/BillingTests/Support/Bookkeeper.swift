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

    func isSameSum(as other: Telling) -> Bool {
      cents == other.cents && regie == other.regie && reference == other.reference
    }
  }

  private(set) var sums: [RegieID: Sums] = ["ville": Sums(), "ccas": Sums()]

  /// Counts the payments of one sum that some tellings stand for.
  ///
  /// Of the expected sum, one payment is told by the own session and by any one line; whatever else is told by sessions
  /// and by lines are the same payments, so there are as many as the longer list has.
  static func count(of sum: Telling, in tellings: [Telling], expecting own: Telling) -> Int {
    let told = tellings.filter { $0.isSameSum(as: sum) }
    var sessions = told.count { $0.session != nil }
    var lines = told.count - sessions
    guard sum.isSameSum(as: own) else { return max(sessions, lines) }
    let ownSession = told.count { $0.session == own.session }
    let first = ownSession + lines > 0 ? 1 : 0
    sessions -= ownSession
    lines -= min(lines, 1)
    return first + max(sessions, lines)
  }

  mutating func receive(_ cents: Int, by regie: RegieID) { sums[regie]?.paid += cents }
  mutating func settle(_ cents: Int, by regie: RegieID) { sums[regie]?.settled += cents }
  mutating func credit(_ cents: Int, by regie: RegieID) { sums[regie]?.credited += cents }
  mutating func refund(_ cents: Int, by regie: RegieID) { sums[regie]?.refunded += cents }
}
