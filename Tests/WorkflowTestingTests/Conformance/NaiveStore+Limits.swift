import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  struct RefusedByDatabase: Error {}

  /// What a column of the wrong type, or a statement put together by hand, does not take.
  func refuseUnusual(_ commit: Commit<Machine>) throws {
    let instants = [commit.entry.instant] + commit.facets.tags.map(\.instant) + [commit.due].compactMap { $0 }
    let seconds = instants.map(\.timeIntervalSince1970)
    let isRefused =
      switch flaw {
      case .breaksOnQuotedIdentifiers: commit.entry.id.rawValue.contains("'")
      case .breaksOnLongKeys: (commit.entry.key?.rawValue.utf8.count ?? 0) > 254
      case .breaksOnLongClaims: commit.facets.claims.contains { $0.value.value.utf8.count > 64 }
      case .breaksOnQuotedLists: commit.facets.tags.contains { $0.label.value.value.contains("'") }
      case .breaksOnZeroInEffects: commit.effects.contains { "\($0)".contains("\\0") }
      case .breaksBefore1970: seconds.contains { $0 < 0 }
      case .countsSecondsIn32Bits: seconds.contains { $0 > 4_294_967_295 }
      default: false
      }
    if isRefused { throw RefusedByDatabase() }
  }
}
