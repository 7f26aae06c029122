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
