import Billing
import Foundation
import Synchronization

/// Stands where a service calls PayFiP: opens sessions, and answers about each what a scenario has it answer.
final class Treasury: PayFiPTransport {
  struct Silent: Error {}

  private struct Desk {
    var sessions: [String: [String: String]] = [:]
    var faults: [String: String] = [:]
    var isSilent = false
  }

  private let desk = Mutex(Desk())

  /// What the treasury answers about a session from now on; fields that are not given are those of the request.
  func answer(about session: String, with fields: [String: String]) -> Bool {
    desk.withLock { desk in
      guard desk.sessions[session] != nil else { return false }
      desk.faults[session] = nil
      desk.sessions[session]?.merge(fields) { _, new in new }
      return true
    }
  }

  func fault(about session: String, code: String) {
    desk.withLock { $0.faults[session] = code }
  }

  func be(silent: Bool) { desk.withLock { $0.isSilent = silent } }

  func call(_ operation: PayFiPOperation, _ fields: [PayFiPField]) async throws -> PayFiPReply {
    try desk.withLock { desk in
      if desk.isSilent { throw Silent() }
      let asked = Dictionary(fields.map { ($0.name.lowercased(), $0.value.value) }) { first, _ in first }
      switch operation {
      case .create:
        let session = "idop-\(desk.sessions.count + 1)"
        desk.sessions[session] = asked.merging(["idop": session]) { _, new in new }
        return .answer(["idOp": session])
      case .detail:
        guard let session = asked["idop"], let known = desk.sessions[session] else {
          return .fault(PayFiPFault(code: "P1"))
        }
        if let code = desk.faults[session] { return .fault(PayFiPFault(code: code)) }
        // Until a scenario says otherwise, nothing is decided.
        return known["resultrans"] == nil ? .fault(PayFiPFault(code: "P5")) : .answer(known)
      }
    }
  }
}
