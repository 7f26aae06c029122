import Foundation
import Identity
import Synchronization
import WorkflowKernel

/// Something that somebody does at the portal, with everything drawn beforehand, so that it can be done again as it was.
struct Deed: Sendable {
  let name: String
  /// Whether it goes under a request key: done again, it then changes nothing.
  var isKeyed = false
  let act: @Sendable (Server) async throws -> Void

  init(_ name: String, isKeyed: Bool = false, act: @escaping @Sendable (Server) async throws -> Void) {
    self.name = name
    self.isKeyed = isKeyed
    self.act = act
  }

  /// What became of it.
  enum Result: Hashable, Sendable {
    case done
    /// The code of the refusal.
    case refused(String)
    /// A port broke: nobody knows.
    case broken
    /// An error that nobody foresaw.
    case failed(String)
  }

  func perform(on server: Server) async -> (result: Result, text: String) {
    do {
      try await act(server)
      return (.done, "")
    } catch  where error.isInjected {
      return (.broken, "\(error)")
    } catch let refusal as any ExplainableRefusal {
      // A gateway that does not answer is a broken port, in the words of the desk.
      let isBroken = refusal.code == "payment.gateway-unavailable"
      return (isBroken ? .broken : .refused(refusal.code), "\(refusal) \(String(reflecting: refusal))")
    } catch is NoLetter {
      return (.broken, "")
    } catch {
      return (.failed("\(error)"), "\(error)")
    }
  }
}

/// What the residents remember: their passwords as far as they know them.
final class Memory: Sendable {
  private let passwords = Mutex<[Resident: String]>([:])

  subscript(resident: Resident) -> String {
    get { passwords.withLock { $0[resident] ?? resident.password } }
    set { passwords.withLock { $0[resident] = newValue } }
  }
}
