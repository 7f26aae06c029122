import Billing
import Synchronization
import WorkflowTesting

/// The letter boxes of all citizens and the trays of all agents: keeps what it recognizes as new by its key.
final class Mailbox: Sendable {
  struct Piece: Hashable {
    let notice: Notice
    let contact: ContactPoint
    let letter: Letter
  }

  private struct Content {
    var pieces: [String: Piece] = [:]
    var order: [String] = []
    var tasks: [String: AgentTask] = [:]
    var contradictions: [String] = []
  }

  private let content = Mutex(Content())

  /// Every letter once, the first one first.
  var letters: [Piece] { content.withLock { content in content.order.compactMap { content.pieces[$0] } } }
  var keys: Set<String> { content.withLock { Set($0.order) } }
  var tasks: [String: AgentTask] { content.withLock { $0.tasks } }
  /// Keys under which two different things came.
  var contradictions: [String] { content.withLock { $0.contradictions } }

  func letters(_ code: String) -> [Piece] { letters.filter { $0.notice.code == code } }

  func receive(_ piece: Piece, key: String) {
    content.withLock { content in
      if let known = content.pieces[key] {
        if known != piece { content.contradictions.append(key) }
      } else {
        content.pieces[key] = piece
        content.order.append(key)
      }
    }
  }

  func receive(_ task: AgentTask, key: String) {
    content.withLock { content in
      if let known = content.tasks[key], known != task { content.contradictions.append(key) }
      content.tasks[key] = task
    }
  }
}
