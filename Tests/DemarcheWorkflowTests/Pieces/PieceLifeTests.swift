import DemarcheWorkflow
import Foundation
import Testing

/// The life of a piece, status by status (F25): written down from the rule, not from the code.
struct PieceLifeTests {
  private typealias Status = PieceJustificative.Status.Name
  private let now = instant("2026-11-24T10:00:00+01:00")

  private static let life: [(order: String, leads: [Status: Status])] = [
    (
      "supply",
      [.awaited: .supplied, .announced: .supplied, .supplied: .supplied, .refused: .supplied, .outdated: .supplied]
    ),
    (
      "receive",
      [.awaited: .supplied, .announced: .supplied, .supplied: .supplied, .refused: .supplied, .outdated: .supplied]
    ),
    ("announce", [.awaited: .announced, .announced: .announced, .refused: .announced, .outdated: .announced]),
    ("accept", [.supplied: .accepted]),
    ("refuse", [.supplied: .refused]),
    ("outdate", [.supplied: .outdated, .accepted: .outdated]),
    ("waive", [.awaited: .waived, .announced: .waived, .supplied: .waived, .refused: .waived, .outdated: .waived]),
  ]

  @Test func `F25: from each status a piece goes where its life allows, and nowhere else`() throws {
    for status in Status.allCases {
      let story = try story(in: status)
      #expect(story.piece("photo")?.status.name == status)
      for (order, leads) in Self.life {
        let (event, principal) = try event(order)
        var next = story
        if let target = leads[status] {
          try next.order(event, by: principal, at: now)
          #expect(next.piece("photo")?.status.name == target, "\(order) from \(status)")
        } else {
          let refusal: DemarcheRefusal =
            ["supply", "receive", "announce"].contains(order)
            ? .pieceNotExpected("photo", status) : .pieceNotReviewable("photo", status)
          #expect(story.refusal(of: event, by: principal, at: now) == refusal, "\(order) from \(status)")
        }
      }
    }
  }

  @Test func `F25: a piece that the procedure does not ask for is refused by its name`() throws {
    let story = try Case.school.story(to: .enCours)
    for order in Self.life.map(\.order) {
      let (event, principal) = try event(order, "passeport")
      #expect(story.refusal(of: event, by: principal, at: now) == .unknownPiece("passeport"))
    }
  }

  @Test func `F25: refusing and waiving keep their reason`() throws {
    let refused = try story(in: .refused)
    guard case .refused(let why, now) = refused.piece("photo")?.status else { throw Unexpected() }
    #expect(why == reason("illisible", "La photo est illisible."))
    guard case .waived(let because, now) = try story(in: .waived).piece("photo")?.status else { throw Unexpected() }
    #expect(because == reason("inutile", "La photo n’est pas nécessaire."))
  }

  /// A school file in whose hands the optional photograph has this status; every order can be tried there.
  private func story(in status: Status) throws -> Story {
    var story = try Case.school.story(to: .enCours)
    let way: [String] =
      switch status {
      case .awaited: []
      case .announced: ["announce"]
      case .supplied: ["supply"]
      case .accepted: ["supply", "accept"]
      case .refused: ["supply", "refuse"]
      case .outdated: ["supply", "outdate"]
      case .waived: ["waive"]
      }
    for order in way {
      let (event, principal) = try event(order)
      try story.order(event, by: principal, at: now)
    }
    return story
  }

  private func event(_ order: String, _ key: PieceKey = "photo") throws -> (DemarcheEvent, Principal) {
    switch order {
    case "supply": (.supplyPiece(key, Town.file("photo", mediaType: Town.jpeg)), People.amelie)
    case "announce": (.announcePiece(key), People.amelie)
    case "receive": (.receivePiece(key), People.schoolAgent)
    case "accept": (.reviewPiece(key, .accepted), People.schoolAgent)
    case "refuse": (.reviewPiece(key, .refused(reason("illisible", "La photo est illisible."))), People.schoolAgent)
    case "outdate": (.reviewPiece(key, .outdated), People.schoolAgent)
    case "waive": (.reviewPiece(key, .waived(reason("inutile", "La photo n’est pas nécessaire."))), People.schoolAgent)
    default: throw Unexpected()
    }
  }
}
