import DemarcheWorkflow
import Foundation
import Testing

struct PieceFileTests {
  private let now = instant("2027-01-15T10:00:00+01:00")

  private func draft() throws -> Story { try Case.school.story(to: .brouillon) }

  private func supply(_ file: PieceFile, as key: PieceKey = "domicile") -> DemarcheEvent { .supplyPiece(key, file) }

  @Test func `F21: a file of another format is refused`() throws {
    #expect(
      try draft().refusal(
        of: supply(Town.file(mediaType: "image/gif", issued: "2027-01-01")), by: People.amelie, at: now)
        == .pieceFormat("domicile", label: "Justificatif de domicile"))
  }

  @Test(arguments: [(-1, false), (0, false), (1, true), (2_000_000, true), (2_000_001, false)])
  func `F21: a file is neither empty nor larger than the procedure takes`(bytes: Int, fits: Bool) throws {
    var story = try draft()
    let order = supply(Town.file(bytes: bytes, issued: "2027-01-01"))
    if fits {
      try story.order(order, by: People.amelie, at: now)
    } else {
      #expect(
        story.refusal(of: order, by: People.amelie, at: now)
          == .pieceSize("domicile", label: "Justificatif de domicile", bytesMax: 2_000_000))
    }
  }

  @Test func `F50: the largest size is told in the unit that citizens read`() throws {
    func sentence(_ bytes: Int) -> String {
      Wordings.demarches.explain(DemarcheRefusal.pieceSize("p", label: "Photo", bytesMax: bytes)).message
    }
    #expect(sentence(500_000) == "La pièce «\u{A0}Photo\u{A0}» est vide ou dépasse 500\u{A0}ko.")
    #expect(sentence(1_500_000) == "La pièce «\u{A0}Photo\u{A0}» est vide ou dépasse 1,5\u{A0}Mo.")
    #expect(sentence(10_000_000) == "La pièce «\u{A0}Photo\u{A0}» est vide ou dépasse 10\u{A0}Mo.")
  }

  @Test(arguments: [
    // Three months back from 15 January.
    ("2027-01-15T10:00:00+01:00", "2026-10-15", true), ("2027-01-15T10:00:00+01:00", "2026-10-14", false),
    // 31 May has no 31 February behind it: the last day of February counts.
    ("2027-05-31T10:00:00+02:00", "2027-02-28", true), ("2027-05-31T10:00:00+02:00", "2027-02-27", false),
    ("2028-05-31T10:00:00+02:00", "2028-02-29", true), ("2028-05-31T10:00:00+02:00", "2028-02-28", false),
    // Today is not too young, tomorrow is; and today is the town's.
    ("2027-01-15T10:00:00+01:00", "2027-01-15", true), ("2027-01-15T10:00:00+01:00", "2027-01-16", false),
    ("2027-01-15T23:30:00Z", "2027-01-16", true),
  ])
  func `F21: a paper is at most as old as the procedure says, in calendar months`(
    at: String, issued: String, fits: Bool
  ) throws {
    var story = Story(try Town.machine(Town.school { $0.openings = [] }))
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: instant(at))
    let order = supply(Town.file(issued: issued))
    if fits {
      try story.order(order, by: People.amelie, at: instant(at))
    } else {
      #expect(
        story.refusal(of: order, by: People.amelie, at: instant(at))
          == .pieceAge("domicile", label: "Justificatif de domicile", months: 3))
    }
  }

  @Test func `F21: a paper whose age matters bears a date, another one need not`() throws {
    var story = try draft()
    #expect(
      story.refusal(of: supply(Town.file(issued: nil)), by: People.amelie, at: now)
        == .pieceAge("domicile", label: "Justificatif de domicile", months: 3))
    try story.order(
      supply(Town.file("photo", mediaType: Town.jpeg, issued: nil), as: "photo"), by: People.amelie, at: now)
  }

  @Test func `F52: the bytes of a file that is replaced are erased, those of the new one stay`() throws {
    var story = try draft()
    try story.order(supply(Town.file("neuf", issued: "2027-01-01")), by: People.amelie, at: now)
    #expect(story.effects == [.eraseContents(["domicile"])])
    try story.order(supply(Town.file("neuf", issued: "2027-01-01")), by: People.amelie, at: now)
    #expect(story.effects.isEmpty)
  }

  @Test func `F52: bytes that another piece of the same démarche still needs are kept`() throws {
    var story = try draft()
    try story.order(
      supply(Town.file("domicile", mediaType: Town.jpeg, issued: nil), as: "photo"), by: People.amelie, at: now)
    try story.order(supply(Town.file("neuf", issued: "2027-01-01")), by: People.amelie, at: now)
    #expect(story.effects.isEmpty)
    try story.order(
      supply(Town.file("autre", mediaType: Town.jpeg, issued: nil), as: "photo"), by: People.amelie, at: now)
    #expect(story.effects == [.eraseContents(["domicile"])])
  }

  @Test func `F52: a file that is supplied again after a refusal is not erased with what was refused`() throws {
    var story = try Case.school.story(to: .enCours)
    func upload(_ id: ContentID) -> DemarcheEvent {
      supply(Town.file("photo", upload: id, mediaType: Town.jpeg), as: "photo")
    }
    try story.order(upload("first"), by: People.amelie, at: now)
    try story.order(.reviewPiece("photo", .refused(reason())), by: People.schoolAgent, at: now)
    let late = story.effects
    try story.order(upload("second"), by: People.amelie, at: now)
    #expect(late == [.eraseContents(["first"])] && story.effects.isEmpty)
    guard case .supplied(.file(let file), _) = story.piece("photo")?.status else { throw Unexpected() }
    #expect(file.content.value == "second" && file.digest == Digest(of: "photo"))
  }

  @Test func `F52: the same file uploaded over itself erases the first upload alone`() throws {
    var story = try draft()
    try story.order(
      supply(Town.file("domicile", upload: "again", issued: "2027-01-01")), by: People.amelie, at: now)
    #expect(story.effects == [.eraseContents(["domicile"])])
  }

  @Test(arguments: [
    ("", FreeTextFault.blank), (" \u{A0}", .blank), (String(repeating: "x", count: 256), .tooLong),
    (String(repeating: "x", count: 15_000_000), .tooLong), ("scan\n.pdf", .unprintable),
    ("scan\u{1B}[2J", .unprintable),
    ("scan\u{202E}fdp.exe", .unprintable),
  ])
  func `F21: the name of a file is one printable line of 255 characters at most`(
    name: String, fault: FreeTextFault
  ) throws {
    #expect(
      try draft().refusal(of: supply(Town.file(name: name, issued: "2027-01-01")), by: People.amelie, at: now)
        == .pieceName("domicile", label: "Justificatif de domicile", fault))
  }

  @Test func `F21: the name of a file is kept tidied, up to its last character`() throws {
    var story = try draft()
    let name = String(repeating: "e\u{301}", count: 255)
    try story.order(supply(Town.file(name: " \(name)\t", issued: "2027-01-01")), by: People.amelie, at: now)
    guard case .supplied(.file(let file), _) = story.piece("domicile")?.status else { throw Unexpected() }
    #expect(file.name.value.unicodeScalars.elementsEqual(String(repeating: "\u{E9}", count: 255).unicodeScalars))
  }

  @Test func `F52: the bytes of a piece that is refused, outdated, waived or come on paper are erased`() throws {
    let orders: [DemarcheEvent] = [
      .reviewPiece("photo", .refused(reason())), .reviewPiece("photo", .outdated),
      .reviewPiece("photo", .waived(reason())), .receivePiece("photo"),
    ]
    for order in orders {
      var story = try Case.school.story(to: .enCours)
      try story.order(
        supply(Town.file("photo", mediaType: Town.jpeg), as: "photo"), by: People.amelie, at: now)
      try story.order(order, by: People.schoolAgent, at: now)
      #expect(story.effects == [.eraseContents(["photo"])], "\(order.name)")
    }
  }

  @Test func `F24: a required piece is uploaded or announced by post, and nothing else is enough`() throws {
    var story = Story()
    try story.order(.open(Opening("ecole", for: People.child)), by: People.amelie, at: now)
    try story.order(.answer(AnswerChange(Case.school.answers)), by: People.amelie, at: now)
    guard
      case .guards(.submit, [.piecesProvided], let because) = story.refusal(
        of: .submit(submission()), by: People.amelie, at: now)
    else { throw Unexpected() }
    #expect(because.map(\.place) == ["domicile"])
    try story.order(.announcePiece("domicile"), by: People.amelie, at: now)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    #expect(story.state?.name == .enCours)
  }

  @Test func `F26: a file is complete when every required piece is accepted or waived, and the rest is named`() throws {
    var story = try Case.school.story(to: .brouillon)
    try story.order(.submit(submission()), by: People.amelie, at: now)
    guard
      case .guards(.declareComplete, [.piecesSettled], let because) = story.refusal(
        of: .declareComplete, by: People.schoolAgent, at: now)
    else { throw Unexpected() }
    #expect(because.map(\.place) == ["domicile"])
    var waived = story
    try waived.order(.reviewPiece("domicile", .waived(reason())), by: People.schoolAgent, at: now)
    try waived.order(.declareComplete, by: People.schoolAgent, at: now)
    try story.order(.reviewPiece("domicile", .accepted), by: People.schoolAgent, at: now)
    try story.order(.declareComplete, by: People.schoolAgent, at: now)
    #expect([waived.state?.name, story.state?.name] == [.complet, .complet])
    #expect(story.effects == [.inform(.account("acc-amelie"), .completed(try RequestNumber(serial: 4217)))])
  }

  @Test func `F26: nothing is validated while a piece is refused or out of date, required or not`() throws {
    var story = try Case.school.story(to: .complet)
    try story.order(.receivePiece("photo"), by: People.schoolAgent, at: now)
    try story.order(.reviewPiece("photo", .refused(reason())), by: People.schoolAgent, at: now)
    try story.order(.reviewPiece("domicile", .outdated), by: People.schoolAgent, at: now)
    guard
      case .guards(.validate, [.noPieceDisproved], let because) = story.refusal(
        of: .validate(.decision), by: People.schoolAgent, at: now)
    else { throw Unexpected() }
    #expect(because.map(\.place) == ["domicile", "photo"])
    try story.order(.receivePiece("domicile"), by: People.schoolAgent, at: now)
    try story.order(.reviewPiece("photo", .waived(reason())), by: People.schoolAgent, at: now)
    try story.order(.validate(.decision), by: People.schoolAgent, at: now)
  }
}
