import Foundation
import WorkflowKernel

extension StoreCheck {
  static let machines: [StoreCheck] = [
    StoreCheck("machines.records", "Records of two machines may have one identifier.") { probe in
      let diaries = try await probe.neighbor()
      let (mine, theirs) = (Commit.sample("n-1", line: "mine"), Commit.sample("n-1", line: "theirs").ofDiary)
      try await probe.commit(mine)
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      probe.expect("and again", try await diaries.commit(Commit.sample("n-1", 2).ofDiary), is: .committed)
      probe.expect("load", try await probe.store.load("n-1"), is: mine.record)
      probe.expect("journal", try await probe.store.journal(of: "n-1"), is: [mine.entry])
      probe.expect("journal of the other", try await diaries.journal(of: "n-1").count, is: 2)
    },
    StoreCheck("machines.keys", "A request key of one machine is free for another.") { probe in
      let diaries = try await probe.neighbor()
      let key = try RequestKey("k-1")
      let (mine, theirs) = (Commit.sample("n-1", key: key), Commit.sample("n-2", key: key).ofDiary)
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      probe.expect("line of nobody yet", try await probe.store.entry(for: key), is: nil)
      try await probe.commit(mine)
      probe.expect("line", try await probe.store.entry(for: key), is: mine.entry)
      probe.expect("line of the other", try await diaries.entry(for: key), is: theirs.entry)
    },
    StoreCheck("machines.claims", "A claim that one machine's record holds is free for another's.") { probe in
      let diaries = try await probe.neighbor()
      let theirs = Commit.sample("n-1", claims: [.title]).ofDiary
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      probe.expect("holder", try await probe.store.holder(of: .title), is: nil)
      try await probe.commit(.sample("n-1"), .sample("n-2", claims: [.title]))
      probe.expect("holder of the other", try await diaries.holder(of: .title), is: "n-1")
      probe.expect("release", try await diaries.commit(Commit.sample("n-1", 2).ofDiary), is: .committed)
      probe.expect("holder after a release of the other", try await probe.store.holder(of: .title), is: "n-2")
    },
    StoreCheck("machines.lists", "A list of one machine shows no record of another, and loses none to it.") { probe in
      let diaries = try await probe.neighbor()
      let theirs = Commit.sample("n-1", tags: [Tag(.shelf, at: .at(1))]).ofDiary
      try await probe.commit(.sample("n-1"))
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      probe.expect("list", try await probe.listed(.shelf), is: [])
      try await probe.commit(.sample("n-1", 2, tags: [Tag(.shelf, at: .at(1))]))
      probe.expect("leaving", try await diaries.commit(Commit.sample("n-1", 2).ofDiary), is: .committed)
      probe.expect("list after the other left", try await probe.listed(.shelf), is: ["n-1"])
    },
    StoreCheck("machines.due", "No record of another machine is due.") { probe in
      let diaries = try await probe.neighbor()
      let theirs = Commit.sample("n-1", due: .at(1)).ofDiary
      try await probe.commit(.sample("n-1"), .sample("n-2", due: .at(2)))
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      probe.expect("due", try await probe.due(at: .at(9)), is: ["n-2"])
      let due = try await diaries.due(at: .at(9), after: nil, limit: 10)
      probe.expect("due of the other", due, is: DuePage(ids: ["n-1"], next: nil))
    },
    StoreCheck("machines.effects", "No effect of another machine waits, is acknowledged or postponed.") { probe in
      let diaries = try await probe.neighbor()
      let theirs = Commit.sample("n-1", effects: ["theirs", "more"]).ofDiary
      try await probe.commit(.sample("n-1", effects: ["mine", "too"]))
      probe.expect("commit of the other machine", try await diaries.commit(theirs), is: .committed)
      try await diaries.acknowledge(.init(id: "n-1", revision: .first, index: 0))
      try await diaries.postpone(.init(id: "n-1", revision: .first, index: 1), until: .at(60))
      let waiting = try await probe.pending(at: .at(9))
      probe.expect("effects", waiting.map(\.effect), is: [.read("mine"), .read("too")])
      probe.expect("failed tries", waiting.map(\.attempts), is: [0, 0])
      let rest = try await diaries.pendingEffects(at: .at(60), limit: 10)
      probe.expect("effects of the other", rest.map(\.effect), is: [.read("more")])
    },
  ]
}
