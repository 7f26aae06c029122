import Foundation
import WorkflowKernel

extension StoreCheck {
  static let limits: [StoreCheck] = [
    StoreCheck("text.everywhere", "Identifiers, keys, claims and lists take any text of up to 255 bytes; effects any.")
    {
      probe in
      for place in TextPlace.allCases {
        for (index, text) in place.texts.enumerated() {
          do {
            try await probe.expect(text, keptIn: place, of: SampleNotebook.ID("\(place)-\(index)"))
          } catch {
            probe.findings.add(
              "\(place) of \(text.utf8.count) bytes, \(text.prefix(16).debugDescription): threw \(error)")
          }
        }
      }
    },
    StoreCheck("instant.range", "Instants from the year 1900 to the year 9999 are kept wherever one stands.") { probe in
      let instants = [-2_208_988_800.125, -0.125, 0, 4_294_967_296.125, 253_402_300_799.875]
        .map { Date(timeIntervalSince1970: $0) }
      let ids = instants.indices.map { SampleNotebook.ID("n-\($0)") }
      for (id, instant) in zip(ids, instants) {
        try await probe.commit(
          .sample(id, at: instant, effects: ["1"], tags: [Tag(.shelf, at: instant)], due: instant))
      }
      for (index, (id, instant)) in zip(ids, instants).enumerated() {
        probe.expect("journal of \(id)", try await probe.store.journal(of: id).map(\.instant), is: [instant])
        let waiting = try await probe.pending(at: instant)
        probe.expect("effects at \(instant)", waiting.map(\.recorded), is: Array(instants[...index]))
        probe.expect("due at \(instant)", try await probe.due(at: instant), is: Array(ids[...index]))
      }
      probe.expect("pages of the list", try await probe.paged(limit: 1), is: ids.reversed())
      let end = instants[instants.count - 1]
      probe.expect("pages of what is due", try await probe.pagedDue(at: end, limit: 1), is: ids)
      for (id, instant) in zip(ids, instants) {
        try await probe.store.postpone(.init(id: id, revision: .first, index: 0), until: instant)
      }
      probe.expect("next tries", try await probe.pending(at: end).map(\.nextTry), is: instants)
    },
  ]
}

/// Where a text stands that the store must find again, or give back.
private enum TextPlace: CaseIterable {
  case identifier
  case key
  case claim
  case list
  case effect

  var texts: [String] {
    let short = ["l'été", #""\/{}[]%_?$1:x,"#, "'; DROP TABLE records; --", "一二三 🧑‍🧑‍🧒", "a\r\n\tb"]
    switch self {
    case .identifier, .key, .claim, .list: return short + [String(repeating: "é", count: 127) + "x"]
    case .effect: return short + ["a\0b", "", String(repeating: "é", count: 10_000)]
    }
  }
}

extension Probe {
  fileprivate func expect(_ text: String, keptIn place: TextPlace, of id: ID) async throws {
    switch place {
    case .identifier:
      try await commit(.sample(ID(text), effects: ["1"], tags: [Tag(TagLabel(text, "1"), at: .at(0))]))
      expect("identifier", try await store.load(ID(text))?.id, is: ID(text))
      expect("journal of it", try await store.journal(of: ID(text)).map(\.id), is: [ID(text)])
      expect("list with it", try await listed(TagLabel(text, "1")), is: [ID(text)])
      try await store.acknowledge(EffectKey(id: ID(text), revision: .first, index: 0))
      expect("effects after it was acknowledged", try await pending(), is: [])
    case .key:
      try await commit(.sample(id, key: try RequestKey(text)))
      expect("line under a key", try await store.entry(for: try RequestKey(text))?.key?.rawValue, is: text)
    case .claim:
      try await commit(.sample(id, claims: [Claim(text, text)]))
      expect("holder of a claim", try await store.holder(of: Claim(text, text)), is: id)
    case .list:
      try await commit(.sample(id, tags: [Tag(TagLabel(text, text), at: .at(0))]))
      expect("list", try await listed(TagLabel(text, text)), is: [id])
    case .effect:
      try await commit(.sample(id, effects: [text]))
      expect(try await lines().last.map { Array($0.utf8) } == Array(text.utf8), "an effect came back changed")
    }
  }
}
