import Foundation
import Testing
import WorkflowKernel
import WorkflowTesting

@Suite struct `The record format` {
  private let open = SampleNotebook.State.open(lines: ["l’été", "2/3"])

  private func read(_ text: String) throws(UnreadableRecord) -> SampleNotebook.State {
    try RecordFormat.decode(Data(text.utf8), of: "n-1", as: SampleNotebook.self)
  }

  @Test func `F51: names the format and the version, with its keys in order`() throws {
    let data = try RecordFormat.encode(open, of: SampleNotebook.self)
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"{"format":"sample-notebook","state":{"open":{"lines":["l’été","2/3"]}},"version":2}"#)
    #expect(try RecordFormat.decode(data, of: "n-1", as: SampleNotebook.self) == open)
  }

  @Test func `F51: reads what an earlier version wrote`() throws {
    let text = #"{"format":"sample-notebook","version":1,"state":{"closed":true,"lines":["a"]}}"#
    #expect(try read(text) == .closed(lines: ["a"]))
  }

  @Test(arguments: [0, -1, 3, 99]) func `F51: refuses a version that it does not know, by its number`(version: Int) {
    let text = #"{"format":"sample-notebook","version":\#(version),"state":{"open":{"lines":[]}}}"#
    let error = #expect(throws: UnreadableRecord.self) { try read(text) }
    #expect(error == .init(format: "sample-notebook", version: version, id: "n-1", problem: .unknownVersion))
    #expect("\(error, default: "")" == "record n-1 of format sample-notebook/\(version) is unreadable: unknownVersion")
  }

  @Test func `F51: refuses every version but its own when a machine reads no other`() {
    let text = #"{"format":"ticket","version":2,"state":{}}"#
    let error = #expect(throws: UnreadableRecord.self) {
      try RecordFormat.decode(Data(text.utf8), of: "t-1", as: Ticket.self)
    }
    #expect(error?.problem == .unknownVersion)
  }

  @Test func `F51: refuses the record of another machine`() {
    let error = #expect(throws: UnreadableRecord.self) {
      try read(#"{"format":"ticket","version":2,"state":{"open":{"lines":[]}}}"#)
    }
    #expect(error == .init(format: "ticket", version: nil, id: "n-1", problem: .foreignFormat))
  }

  @Test(
    arguments: [
      ("", nil), ("null", nil), ("[]", nil), ("{}", nil), (#"{"format":"sample-notebook"}"#, nil),
      (#"{"format":"sample-notebook","version":"2","state":{"open":{"lines":[]}}}"#, nil),
      (#"{"format":"sample-notebook","version":2}"#, 2),
      (#"{"format":"sample-notebook","version":2,"state":null}"#, 2),
      (#"{"format":"sample-notebook","version":2,"state":{"torn":{"lines":["s3cr3t"]}}}"#, 2),
      (#"{"format":"sample-notebook","version":2,"state":{"open":{"lines":"s3cr3t"}}}"#, 2),
      (#"{"format":"sample-notebook","version":2,"state":{"open":{"lines":["s3cr3t""#, nil),
      (#"{"format":"sample-notebook","version":1,"state":{"closed":"s3cr3t"}}"#, 1),
    ] as [(String, Int?)])
  func `F51: refuses what is malformed, by the record and its version, without its content`(
    text: String, version: Int?
  ) {
    let error = #expect(throws: UnreadableRecord.self) { try read(text) }
    #expect(error == .init(format: "sample-notebook", version: version, id: "n-1", problem: .malformed))
    var dumped = ""
    dump(error, to: &dumped)
    #expect(!dumped.contains("s3cr3t"))
  }

  @Test func `F51: names the format and the version of an effect that waits`() throws {
    let data = try RecordFormat.encode(effect: .read("l’été"), of: SampleNotebook.self)
    #expect(
      String(decoding: data, as: UTF8.self)
        == #"{"effect":{"read":{"_0":"l’été"}},"format":"sample-notebook","version":2}"#)
    #expect(try readEffect(String(decoding: data, as: UTF8.self)) == .read("l’été"))
  }

  @Test func `F51: reads an effect that waits since an earlier version`() throws {
    let text = #"{"format":"sample-notebook","version":1,"effect":{"read":{"_0":"a"}}}"#
    #expect(try readEffect(text) == .read("a"))
  }

  @Test(
    arguments: [
      (#"{"format":"ticket","version":1,"effect":{"read":{"_0":"s3cr3t"}}}"#, nil, .foreignFormat),
      (#"{"format":"sample-notebook","version":3,"effect":{"read":{"_0":"s3cr3t"}}}"#, 3, .unknownVersion),
      (#"{"format":"sample-notebook","version":0,"effect":{"read":{"_0":"s3cr3t"}}}"#, 0, .unknownVersion),
      (#"{"format":"sample-notebook","version":1,"effect":{"shout":{"_0":"s3cr3t"}}}"#, 1, .malformed),
      (#"{"format":"sample-notebook","version":2,"effect":{"shout":{"_0":"s3cr3t"}}}"#, 2, .malformed),
      (#"{"format":"sample-notebook","version":2,"state":{"read":{"_0":"s3cr3t"}}}"#, 2, .malformed),
      (#"{"format":"sample-notebook","version":2,"effect":{"read":{"_0":"a"}},"state":1}"#, 2, .malformed),
      (#"{"read":{"_0":"s3cr3t"}}"#, nil, .malformed),
    ] as [(String, Int?, UnreadableRecord.Problem)])
  func `F51: refuses an effect that it cannot read, by its key, without its content`(
    text: String, version: Int?, problem: UnreadableRecord.Problem
  ) {
    let error = #expect(throws: UnreadableRecord.self) { try readEffect(text) }
    #expect(error?.id == "n-1/3/0" && error?.version == version && error?.problem == problem)
    #expect(error.map { !"\($0)".contains("s3cr3t") } == true)
  }

  private func readEffect(_ text: String) throws(UnreadableRecord) -> SampleNotebook.Effect {
    let key = EffectKey<SampleNotebook.ID>(id: "n-1", revision: Revision(rawValue: 3), index: 0)
    return try RecordFormat.decode(effect: Data(text.utf8), of: key, as: SampleNotebook.self)
  }

  @Test func `F51: refuses bytes that are no text`() {
    let error = #expect(throws: UnreadableRecord.self) {
      try RecordFormat.decode(Data([0xff, 0xfe, 0x00]), of: "n-1", as: SampleNotebook.self)
    }
    #expect(error?.problem == .malformed)
  }

  @Test(arguments: ["Jean Dupont", "ticket\n[ERROR] forged", "", "Ticket", "é", String(repeating: "a", count: 65)])
  func `F15: names no format that cannot be one`(format: String) throws {
    let data = try JSONSerialization.data(withJSONObject: ["format": format, "version": 2, "state": [:]])
    let error = #expect(throws: UnreadableRecord.self) {
      try RecordFormat.decode(data, of: "n-1", as: SampleNotebook.self)
    }
    #expect(error == .init(format: "?", version: nil, id: "n-1", problem: .foreignFormat))
    #expect(error?.description == "record n-1 of format ?/? is unreadable: foreignFormat")
  }

  @Test func `F51: refuses what stands beside the format, the version and the state`() {
    let error = #expect(throws: UnreadableRecord.self) {
      try read(#"{"format":"sample-notebook","more":1,"state":{"open":{"lines":[]}},"version":2}"#)
    }
    #expect(error == .init(format: "sample-notebook", version: 2, id: "n-1", problem: .malformed))
  }

  @Test func `F51: reads the first of two values under one key, as Foundation does`() throws {
    let state = try read(
      #"{"format":"sample-notebook","state":{"open":{"lines":["l’été","2/3"]}},"state":{},"version":2,"version":9}"#)
    #expect(state == open)
  }
}
