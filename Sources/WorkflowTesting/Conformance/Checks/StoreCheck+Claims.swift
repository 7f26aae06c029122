import Foundation
import WorkflowKernel

extension StoreCheck {
  static let claims: [StoreCheck] = [
    StoreCheck("claim.held", "A claim that one record holds is refused to every other, naming the holder.") { probe in
      try await probe.commit(.sample("n-1", claims: [.title]))
      probe.expect("holder", try await probe.store.holder(of: .title), is: "n-1")
      let outcome = try await probe.store.commit(.sample("n-2", claims: [.title]))
      probe.expect("commit of another", outcome, is: .claimed(.title, by: "n-1"))
    },
    StoreCheck("claim.kept", "A record that names its claim again keeps it.") { probe in
      try await probe.commit(.sample("n-1", claims: [.title]), .sample("n-1", 2, claims: [.title]))
      probe.expect("holder", try await probe.store.holder(of: .title), is: "n-1")
    },
    StoreCheck("claim.released", "A claim that its record no longer names is free for another.") { probe in
      try await probe.commit(.sample("n-1", claims: [.title]), .sample("n-1", 2))
      probe.expect("holder after the release", try await probe.store.holder(of: .title), is: nil)
      try await probe.commit(.sample("n-2", claims: [.title]))
      probe.expect("holder", try await probe.store.holder(of: .title), is: "n-2")
    },
    StoreCheck("claim.moved", "A record may change one claim for another in one commit.") { probe in
      let other = Claim("title", "two")
      try await probe.commit(.sample("n-1", claims: [.title]), .sample("n-1", 2, claims: [other]))
      probe.expect("holder of the old one", try await probe.store.holder(of: .title), is: nil)
      probe.expect("holder of the new one", try await probe.store.holder(of: other), is: "n-1")
    },
    StoreCheck("claim.several", "Several claims are taken together or not at all.") { probe in
      let free = Claim("title", "free")
      try await probe.commit(.sample("n-1", claims: [.title]))
      let outcome = try await probe.store.commit(.sample("n-2", claims: [free, .title]))
      probe.expect("commit", outcome, is: .claimed(.title, by: "n-1"))
      probe.expect("holder of the free one", try await probe.store.holder(of: free), is: nil)
      try await probe.commit(.sample("n-3", claims: [free, Claim("title", "more")]))
      probe.expect("holder of the first", try await probe.store.holder(of: free), is: "n-3")
      probe.expect("holder of the second", try await probe.store.holder(of: Claim("title", "more")), is: "n-3")
    },
    StoreCheck("claim.exact", "Claims differ by scope, and by case, accent and blank of their value.") { probe in
      let claims = [
        Claim("title", "one"), Claim("name", "one"), Claim("title", "One"), Claim("title", "óne"),
        Claim("title", "one "),
        Claim("titleo", "ne"),
      ]
      for (index, claim) in claims.enumerated() {
        try await probe.commit(.sample(.init("n-\(index)"), claims: [claim]))
      }
      for (index, claim) in claims.enumerated() {
        probe.expect("holder of claim \(index)", try await probe.store.holder(of: claim), is: .init("n-\(index)"))
      }
      probe.expect("holder of a free one", try await probe.store.holder(of: Claim("name", "One")), is: nil)
    },
    StoreCheck("claim.repeated", "A claim named twice in one commit counts once.") { probe in
      try await probe.commit(.sample("n-1", claims: [.title, .title]))
      probe.expect("holder", try await probe.store.holder(of: .title), is: "n-1")
      try await probe.commit(.sample("n-1", 2))
      probe.expect("holder after the release", try await probe.store.holder(of: .title), is: nil)
    },
    StoreCheck("claim.retaken", "Its old holder does not get back a claim that another has taken.") { probe in
      try await probe.commit(
        .sample("n-1", claims: [.title]), .sample("n-1", 2), .sample("n-2", claims: [.title]))
      let outcome = try await probe.store.commit(.sample("n-1", 3, claims: [.title]))
      probe.expect("commit of the old holder", outcome, is: .claimed(.title, by: "n-2"))
      try await probe.commit(.sample("n-1", 3))
      probe.expect("holder after a commit of the old one", try await probe.store.holder(of: .title), is: "n-2")
    },
  ]
}
