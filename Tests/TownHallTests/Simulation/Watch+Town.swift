import Billing
import DemarcheWorkflow
import Foundation
import Identity

extension Watch {
  /// No two accounts have one login, byte by byte.
  mutating func lookAtAccounts(of town: TownHall) {
    let logins = town.accounts.states.values.compactMap { $0.login.map { Array($0.text.value.utf8) } }
    if Set(logins).count != logins.count { complain("two accounts have one login") }
  }

  /// One running démarche a subject, one démarche a number, and no way back but those of the table.
  mutating func lookAtDemarches(of town: TownHall) {
    var subjects: Set<String> = []
    var numbers: Set<RequestNumber> = []
    for (id, state) in town.demarches.states {
      if let number = state.filing?.number ?? state.archivedNumber, !numbers.insert(number).inserted {
        complain("\(id) has a number that another has")
      }
      guard let dossier = state.dossier, Self.running.contains(state.name), dossier.procedure.id != "naissance",
        case .citizen(let account) = dossier.applicant
      else { continue }
      let subject = if case .member(let member) = dossier.subject { member.id.rawValue } else { "" }
      if !subjects.insert("\(dossier.procedure.id) \(account) \(subject)").inserted {
        complain("\(id) is the second running démarche of its subject")
      }
    }
    for commit in town.demarches.accepted.suffix(20) {
      guard let from = commit.entry.from, let before = Self.ranks[from], let after = Self.ranks[commit.entry.to] else {
        continue
      }
      let mayGoBack = [DemarcheEventName.reopen, .requestCorrection].contains(commit.entry.event)
      if after < before, !mayGoBack { complain("\(commit.entry.id) went back from \(from) to \(commit.entry.to)") }
    }
  }

  private static let running: Set<DemarcheStateName> = [.brouillon, .enCours, .incomplet, .complet]
  private static let ranks: [DemarcheStateName: Int] = [
    .brouillon: 0, .enCours: 1, .incomplet: 1, .complet: 2, .valide: 3, .rejete: 3, .annule: 3, .clos: 4, .archive: 5,
  ]

  /// Each invoice is settled once and reserved once, each payment has one receipt, every cent is somewhere.
  mutating func lookAtPayments(of town: TownHall) {
    let attempts = town.attempts.states
    let settled = attempts.values.flatMap(\.settled)
    if Set(settled).count != settled.count { complain("an invoice is settled twice") }
    let reserved = attempts.values.filter(\.standing.isLive).flatMap { $0.order.lines.map(\.invoice) }
    if Set(reserved).count != reserved.count { complain("an invoice is reserved twice") }
    let receipts = Dictionary(
      grouping: town.attempts.accepted.flatMap { commit in
        commit.effects.filter(\.isReceipt).map { _ in commit.entry.id }
      }
    ) { $0 }
    for (id, attempt) in attempts {
      let count = receipts[id]?.count ?? 0
      // Months after a payment was given up nobody knows any more whose it was; its money may still come.
      let isExpected = count == (attempt.standing == .paid ? 1 : 0) || (attempt.order.payer == nil && count == 0)
      if !isExpected { complain("\(id) is \(attempt.standing) and has \(count) receipts") }
    }
    for commit in town.attempts.accepted.suffix(20) {
      if let from = commit.entry.from, commit.entry.to < from { complain("\(commit.entry.id) fell from \(from)") }
    }
    let sums = Self.sums(of: town)
    for (regie, accounts) in sums where accounts.values.reduce(0, +) != 0 {
      complain("\(regie): the money is not all there: \(accounts)")
    }
    for (regie, expected) in expectedCents(of: town) where -(sums[regie]?[.payers] ?? 0) > expected {
      complain("\(regie): more money is booked than came in")
    }
  }

  /// The sums of each account of each régie, in cents, over all books.
  static func sums(of town: TownHall) -> [RegieID: [LedgerAccount: Int]] {
    var sums: [RegieID: [LedgerAccount: Int]] = [:]
    let books = town.attempts.states.values.map(\.books) + town.strays.states.values.map(\.books)
    for posting in books.flatMap(\.postings) {
      sums[posting.regie, default: [:]][posting.from, default: 0] -= posting.amount.cents
      sums[posting.regie, default: [:]][posting.to, default: 0] += posting.amount.cents
    }
    return sums
  }

  /// What really came in, as the bank and the gateway know it.
  func expectedCents(of town: TownHall) -> [RegieID: Int] {
    var cents = strayCents
    for visit in town.bank.visits.values {
      guard let regie = town.plan.regies.first(where: { $0.contract == visit.request.contract }) else { continue }
      cents[regie.id, default: 0] += visit.collected?.cents ?? 0
    }
    return cents
  }
}

extension StoredDemarche {
  fileprivate var archivedNumber: RequestNumber? {
    if case .archive(let archive) = self { archive.number } else { nil }
  }
}

extension PaymentEffect {
  fileprivate var isReceipt: Bool {
    if case .acknowledge = self { true } else { false }
  }
}
