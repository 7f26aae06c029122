import Billing
import Foundation
import Synchronization

/// Stands where a service calls PayFiP: opens sessions, and answers about each what a scenario has it answer.
final class Treasury: PayFiPTransport {
  struct Silent: Error {}

  private struct Desk {
    var sessions: [String: Session] = [:]
    var isSilent = false
  }

  /// What was asked for in a session, and what is answered about it.
  private struct Session {
    let request: [String: String]
    var answer = Answer.undecided
  }

  private enum Answer {
    case undecided
    /// The request, with these fields in the place of its own.
    case detail([String: String])
    case fault(code: String)
  }

  private let desk = Mutex(Desk())

  /// What the treasury answers about a session from now on; fields that are not given are those of the request.
  func answer(about session: String, with fields: [String: String]) -> Bool {
    set(.detail(fields), about: session)
  }

  /// The error that the treasury answers about a session from now on.
  func fault(about session: String, code: String) -> Bool { set(.fault(code: code), about: session) }

  private func set(_ answer: Answer, about session: String) -> Bool {
    desk.withLock { desk in
      guard desk.sessions[session] != nil else { return false }
      desk.sessions[session]?.answer = answer
      return true
    }
  }

  func be(silent: Bool) { desk.withLock { $0.isSilent = silent } }

  func call(_ operation: PayFiPOperation, _ fields: [PayFiPField]) async throws -> PayFiPReply {
    try desk.withLock { desk in
      if desk.isSilent { throw Silent() }
      let asked = Dictionary(fields.map { ($0.name.lowercased(), $0.value.value) }) { first, _ in first }
      switch operation {
      case .create:
        let session = "idop-\(desk.sessions.count + 1)"
        desk.sessions[session] = Session(request: asked.merging(["idop": session]) { _, new in new })
        return .answer(["idOp": session])
      case .detail:
        guard let session = asked["idop"], let known = desk.sessions[session] else {
          return .fault(PayFiPFault(code: "P1"))
        }
        return switch known.answer {
        case .undecided: .fault(PayFiPFault(code: "P5"))
        case .detail(let fields): .answer(known.request.merging(fields) { _, new in new })
        case .fault(let code): .fault(PayFiPFault(code: code))
        }
      }
    }
  }
}
