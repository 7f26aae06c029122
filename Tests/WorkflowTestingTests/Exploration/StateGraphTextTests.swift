import Foundation
import FoundationXML
import TestSupport
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `A state graph` {
  private typealias Edge = StateGraph<Parcel.StateName, Parcel.EventName>.Edge

  /// Given in another order than it is written.
  private let graph = StateGraph<Parcel.StateName, Parcel.EventName>(edges: [
    Edge(from: .waiting, event: .fetch, to: .gone, principals: [.system]),
    Edge(from: .drawn, event: .send, to: .sent, principals: [.agent]),
    Edge(from: .drawn, event: .draw, to: .drawn, principals: [.citizen]),
    Edge(from: .waiting, event: .fetch, to: .gone, principals: [.citizen]),
    Edge(from: .sent, event: .fetch, to: .waiting, principals: [.system]),
    Edge(from: .sent, event: .send, to: .waiting, principals: [.agent]),
    Edge(from: nil, event: .draw, to: .drawn, principals: [.citizen, .visitor]),
  ])

  @Test func `is written as a table`() throws {
    try Golden.check(graph.markdown, "Tests/Golden/StateGraph/parcel.md")
  }

  @Test func `is written for Mermaid`() throws {
    try Golden.check(graph.mermaid(), "Tests/Golden/StateGraph/parcel.mmd")
    #expect(!graph.mermaid().contains("drawn --> drawn"))
    #expect(graph.mermaid(loops: true).contains("  drawn --> drawn : draw (citizen)\n"))
  }

  @Test func `is written for Graphviz`() throws {
    try Golden.check(graph.dot(), "Tests/Golden/StateGraph/parcel.dot")
    #expect(graph.dot(loops: true).contains(#"  "drawn" -> "drawn" [label="draw (citizen)"]"#))
  }

  @Test func `is written as SCXML`() throws {
    try Golden.check(graph.scxml, "Tests/Golden/StateGraph/parcel.scxml")
  }

  @Test func `is well-formed XML whose targets are all declared`() throws {
    let reader = ChartReader()
    let parser = XMLParser(data: Data(graph.scxml.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.events == ["draw", "draw", "send", "send", "fetch", "fetch"])
    #expect(Set(reader.targets).isSubset(of: reader.ids))
    #expect(reader.ids.count == Set(reader.ids).count)
    #expect(reader.ids.count == 5)
  }

  @Test func `is written in every notation, however awkward its names`() throws {
    try Golden.check(Awkward.awkward.markdown, "Tests/Golden/StateGraph/awkward.md")
    try Golden.check(Awkward.awkward.mermaid(), "Tests/Golden/StateGraph/awkward.mmd")
    try Golden.check(Awkward.awkward.dot(), "Tests/Golden/StateGraph/awkward.dot")
    try Golden.check(Awkward.awkward.scxml, "Tests/Golden/StateGraph/awkward.scxml")
  }

  @Test func `keeps states and events apart, however alike their names`() {
    let reader = ChartReader()
    let parser = XMLParser(data: Data(Awkward.awkward.scxml.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(Set(reader.ids).count == AwkwardState.allCases.count + 1)
    #expect(Set(reader.targets).isSubset(of: reader.ids))
    #expect(Set(reader.events).count == AwkwardEvent.allCases.count)
    for word in reader.ids + reader.events { #expect(word.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_-]*/) != nil) }
    // A name that needs no change is not the one that makes room.
    for id in ["en_cours", "en_cours_2", "end", "state", "note"] { #expect(reader.ids.contains(id)) }

    let aliases = Awkward.awkward.mermaid().matches(of: /state "[^"\n]+" as ([A-Za-z0-9_]+)\n/).map(\.1)
    #expect(Set(aliases).count == aliases.count)
    // All but the two that are words already.
    #expect(aliases.count == AwkwardState.allCases.count - 2)
  }

  @Test func `ends no line of a diagram but its own`() {
    let count = AwkwardState.allCases.count
    let labels = Awkward.awkward.mermaid().matches(of: /[ ]: (.*)\n/).map { $0.1.replacing(/#[a-z0-9]+;/, with: "") }
    #expect(labels.count == count)
    for label in labels { #expect(!label.contains(/[#;:<>&]/)) }
    #expect(Awkward.awkward.dot().split(separator: "\n").count == 3 + 1 + 2 * count + 1)
    #expect(Awkward.awkward.markdown.split(separator: "\n").count == 2 + count)
  }

  private typealias Awkward = StateGraph<AwkwardState, AwkwardEvent>

  private final class ChartReader: NSObject, XMLParserDelegate {
    var ids: [String] = []
    var targets: [String] = []
    var events: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      ids += [attributes["id"]].compactMap(\.self)
      targets += [attributes["target"], attributes["initial"]].compactMap(\.self)
      events += [attributes["event"]].compactMap(\.self)
    }
  }
}
