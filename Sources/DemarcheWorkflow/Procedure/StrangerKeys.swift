import Synchronization

/// The unknown keys of a text that is read on all the same, so that one of them does not hide what else is wrong.
final class StrangerKeys: Sendable {
  /// Under which a decoder is given the list; without one, an unknown key is an error on the spot.
  static let info = CodingUserInfoKey(rawValue: "demarche.stranger-keys")

  private let found = Mutex<[DefinitionProblem]>([])

  var problems: [DefinitionProblem] { found.withLock(\.self) }

  /// Notes a key once, however often its object is looked at.
  func note(_ problem: DefinitionProblem) {
    found.withLock { if !$0.contains(problem) { $0.append(problem) } }
  }
}
