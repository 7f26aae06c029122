import DemarcheWorkflow
import Foundation
import Identity
import Testing

/// Two towns in one process: the same code, nothing in common (design: nothing is global).
struct TwoTownsTests {
  /// Late in the evening of 19 October 2027 at Guyancourt; the 20th has begun at Saint-Denis de La Réunion.
  private let evening = Date(timeIntervalSince1970: 1_823_981_400)

  private static let saintDenis: TownPlan = {
    do {
      var act = TownPlan.act
      (act.label, act.draft) = ("Copie d’acte", DraftPolicy(lifeDays: 5, noticeDays: 2))
      return try TownPlan(
        name: "Saint-Denis", zone: "Indian/Reunion", holidays: .laReunion, logins: .accentsShareNumbers,
        procedures: [TownPlan.school, TownPlan.grant, act],
        wordings: Wordings(["account.opened": Wording("Bonzour ! {0}", subject: "Saint-Denis")]))
    } catch { preconditionFailure("\(error)") }
  }()

  @Test func `F05, F50: one name is registered in two towns, each with its own logins and its own words`() async throws
  {
    let towns = [TownHall(.guyancourt), TownHall(Self.saintDenis)]
    for town in towns {
      var accented = Resident.jean
      (accented.first, accented.email, accented.visitor) = ("Jéan", "jean2@example.fr", "visit-2")
      let server = try town.server()
      _ = try await server.register(.jean, key: "1", at: evening)
      _ = try await server.register(accented, key: "2", at: evening)
      try await server.deliver(at: evening)
    }
    let logins = towns.map { $0.accounts.states.values.compactMap { $0.login?.text.value }.sorted() }
    #expect(logins == [["jean.dupont", "jéan.dupont"], ["jean.dupont", "jéan.dupont2"]])
    let subjects = towns.map { $0.mailbox.letters("account.opened").first?.letter.subject }
    #expect(subjects == ["Votre identifiant", "Saint-Denis"])
    #expect(towns[1].mailbox.letters.allSatisfy { $0.letter.body.value.hasPrefix("Bonzour ! j") })
  }

  @Test func `F22, F31: a draft opened at one instant ends in each town at its own midnight, by its own rules`()
    async throws
  {
    var ends: [Date?] = []
    for plan in [TownPlan.guyancourt, Self.saintDenis] {
      let server = try TownHall(plan).server()
      let draft = try await server.order(.open(Opening("naissance")), "D-1", by: .visitor("v"), at: evening)
      ends.append(draft.state.timeLimits(in: plan.calendar).last?.instant)
    }
    // The 20th day after the 19th at Guyancourt, the 5th after the 20th at Saint-Denis; Paris is back on winter time.
    #expect(ends == [Date(timeIntervalSince1970: 1_825_714_800), Date(timeIntervalSince1970: 1_824_494_400)])
  }

  @Test func `two towns under fire at once are the two towns they are alone`() async throws {
    let plans = [TownPlan.guyancourt, Self.saintDenis]
    @Sendable func play(_ plan: TownPlan) async throws -> [String] {
      var town = try Simulation(seed: 11, plan: plan)
      try await town.play(steps: 60)
      return town.watch.complaints + town.story + [
        String(decoding: try town.town.demarches.base.snapshot(), as: UTF8.self)
      ]
    }
    async let first = play(plans[0])
    async let second = play(plans[1])
    let together = try await [first, second]
    #expect(try await together == [play(plans[0]), play(plans[1])])
    #expect(together[0] != together[1])
  }
}
