import DemarcheWorkflow
import Foundation
import Synchronization

/// Stands where a service has its file storage: the bytes of pieces, until the library orders them erased.
final class MemoryContents: PieceContents {
  private let files = Mutex<[DemarcheID: [ContentID: Data]]>([:])

  func store(_ bytes: Data, as content: ContentID, of demarche: DemarcheID) async throws {
    files.withLock { $0[demarche, default: [:]][content] = bytes }
  }

  func bytes(of content: ContentID, of demarche: DemarcheID) async throws -> Data? {
    files.withLock { $0[demarche]?[content] }
  }

  func erase(_ content: ContentID, of demarche: DemarcheID) async throws {
    files.withLock { $0[demarche]?[content] = nil }
  }

  /// What is kept of a démarche, for whoever looks whether anything is left.
  func kept(of demarche: DemarcheID) -> [(content: ContentID, bytes: Int)] {
    files.withLock { files in
      (files[demarche] ?? [:]).map { (content: $0.key, bytes: $0.value.count) }.sorted { $0.content < $1.content }
    }
  }
}
