import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  func holder(of claim: Claim) -> ID? {
    let holder = claims.first { held in
      switch flaw {
      case .asksByValueOfClaim: held.claim.value == claim.value
      case .foldsClaimsWhenAsked:
        held.claim.scope == claim.scope && held.claim.value.value.lowercased() == claim.value.value.lowercased()
      default: held.claim == claim
      }
    }
    guard let holder, !isHidden(holder.id, by: .showsClaimsLate) else { return nil }
    return holder.id
  }

  /// Who stands in the way of a claim.
  func rival(for claim: Claim) -> ID? { claims.first { joined($0.claim) == joined(claim) }?.id }

  func claim(_ named: [Claim], for id: ID) throws {
    if flaw == .breaksOnRepeatedClaims, Set(named).count < named.count { throw UniqueKeyViolated() }
    switch flaw {
    case .neverReleasesClaims: break
    case .releasesOnlyAllClaims where !named.isEmpty: break
    case .releasesClaimsOfOthers: claims.removeAll { claimsEverHeld[id, default: []].contains($0.claim) }
    default: claims.removeAll { $0.id == id }
    }
    let taken = flaw == .storesOneClaim ? Array(named.prefix(1)) : named
    for claim in taken where !claims.contains(where: { $0.claim == claim && $0.id == id }) {
      claims.append((claim, id))
    }
    claimsEverHeld[id, default: []] += named
  }

  private struct UniqueKeyViolated: Error {}
}
