import Foundation
import WorkflowKernel

enum LoanState: Codable, Hashable {
  case lent(Lending)
  case returned(item: String, at: Date)
}

struct Lending: Codable, Hashable {
  let item: String
  let borrower: AccountID
  let since: Date
  var until: Date
  var isReminded = false
}

enum LoanEvent: Codable, Hashable {
  case lend(item: String, to: AccountID)
  case extend
  case remind
  case takeBack
}

enum LoanEffect: Codable, Hashable {
  case tell(Notice)
}

/// In order of precedence.
enum LoanRefusal: ExplainableRefusal {
  case notPossible
  case notAllowed
  case overdue(item: String)
  case taken

  var code: String {
    switch self {
    case .notPossible: "loan.not-possible"
    case .notAllowed: "loan.not-allowed"
    case .overdue: "loan.overdue"
    case .taken: "loan.taken"
    }
  }

  var arguments: [Personal<String>] {
    switch self {
    case .overdue(let item): [Personal(item)]
    case .notPossible, .notAllowed, .taken: []
    }
  }
}

extension Wordings {
  static let loans = Wordings([
    "loan.not-possible": "Ce prêt ne le permet pas, ou ne le permet plus.",
    "loan.not-allowed": "Cet ordre ne vous revient pas.",
    "loan.overdue": Wording("Le délai est passé : {0}.", next: "Rapportez l’objet au guichet."),
    "loan.taken": "Cet objet est déjà prêté.",
    "loan.reminder": Wording("Merci de rapporter : {0}.", subject: "Un prêt à rendre"),
  ])
}

enum LoanStateName: String, Name {
  case lent
  case returned
}

enum LoanEventName: String, Name {
  case lend
  case extend
  case remind
  case takeBack = "take-back"
}

struct LoanID: Identifier {
  let rawValue: String
}

struct Loan: StateMachine {
  typealias ID = LoanID
  typealias StateName = LoanStateName
  typealias EventName = LoanEventName

  let days: Int

  static let format = RecordFormat("loan", version: 1)

  static func name(of state: LoanState) -> LoanStateName {
    switch state {
    case .lent: .lent
    case .returned: .returned
    }
  }

  static func name(of event: LoanEvent) -> LoanEventName {
    switch event {
    case .lend: .lend
    case .extend: .extend
    case .remind: .remind
    case .takeBack: .takeBack
    }
  }
}

extension Loan {
  func transition(
    from state: LoanState?, on event: LoanEvent, in context: Context
  ) throws(LoanRefusal) -> Transition<LoanState, LoanEffect> {
    switch state {
    case nil:
      switch event {
      case .lend(let item, let borrower): return try lend(item, to: borrower, in: context)
      case .extend, .remind, .takeBack: throw .notPossible
      }
    case .lent(let lending):
      switch event {
      case .extend: return try extend(lending, in: context)
      case .remind: return try remind(lending, in: context)
      case .takeBack: return try takeBack(lending, in: context)
      case .lend: throw .notPossible
      }
    case .returned:
      switch event {
      case .lend, .extend, .remind, .takeBack: throw .notPossible
      }
    }
  }
}

extension Loan {
  private func lend(
    _ item: String, to borrower: AccountID, in context: Context
  ) throws(LoanRefusal) -> Transition<LoanState, LoanEffect> {
    guard context.principal.kind == .agent else { throw .notAllowed }
    let until = limit(from: context.instant)
    return Transition(to: .lent(Lending(item: item, borrower: borrower, since: context.instant, until: until)))
  }

  private func extend(
    _ lending: Lending, in context: Context
  ) throws(LoanRefusal) -> Transition<LoanState, LoanEffect> {
    guard context.principal == .citizen(lending.borrower) else { throw .notAllowed }
    guard context.instant < lending.until else { throw .overdue(item: lending.item) }
    var extended = lending
    extended.until = limit(from: context.instant)
    return Transition(to: .lent(extended))
  }

  private func remind(
    _ lending: Lending, in context: Context
  ) throws(LoanRefusal) -> Transition<LoanState, LoanEffect> {
    guard context.principal == .system else { throw .notAllowed }
    var reminded = lending
    reminded.isReminded = true
    let notice = Notice(to: .account(lending.borrower), "loan.reminder", arguments: [lending.item])
    return Transition(to: .lent(reminded), effects: [.tell(notice)])
  }

  private func takeBack(
    _ lending: Lending, in context: Context
  ) throws(LoanRefusal) -> Transition<LoanState, LoanEffect> {
    guard context.principal.kind == .agent else { throw .notAllowed }
    return Transition(to: .returned(item: lending.item, at: context.instant))
  }

  private func limit(from instant: Date) -> Date { instant + Double(days) * 86_400 }
}

extension Loan {
  func facets(of state: LoanState) -> Facets {
    switch state {
    case .lent(let lending):
      Facets(
        tags: [Tag(TagLabel("borrower", lending.borrower.rawValue), at: lending.since)],
        claims: [Claim("item", lending.item)])
    case .returned: Facets()
    }
  }

  func refusal(forTaken claim: Claim) -> LoanRefusal? { .taken }

  func deadline(of state: LoanState) -> Deadline<LoanEvent>? {
    switch state {
    case .lent(let lending) where !lending.isReminded: Deadline(at: lending.until, event: .remind)
    case .lent, .returned: nil
    }
  }
}

let monday = Date(timeIntervalSince1970: 1_788_163_200)
let desk = Principal.agent(Agent(id: "desk", services: ["library"]))

func playLoan(in store: some Store<Loan>) async throws -> [Letter] {
  let engine = Engine(Loan(days: 21), store: store)
  _ = try await engine.send(
    .lend(item: "ladder", to: "jean"), to: "loan-1", in: Context(instant: monday, principal: desk))

  let later = monday + 22 * 86_400
  _ = try await engine.run(dueAt: later)
  var letters: [Letter] = []
  _ = try await Relay(store).drain(at: later) { pending in
    switch pending.effect {
    case .tell(let notice): letters.append(Wordings.loans.compose(notice))
    }
  }
  return letters
}
