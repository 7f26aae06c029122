import Billing
import DemarcheWorkflow
import Foundation
import Identity
import Testing

/// A file of a host: it imports the three leaves, and no name in it has its module before it.
struct NamesTests {
  private let opening = TownHall.opening

  @Test func `one file names an accepted démarche, a validated account and an invoice`() async throws {
    let town = TownHall(.guyancourt)
    let server = try town.server()
    let id = try await server.settle(at: opening)
    try await server.file("D-1", by: .citizen(id), at: opening)
    for order: DemarcheEvent in [.reviewPiece("domicile", .accepted), .declareComplete, .validate(.decision)] {
      try await server.order(order, "D-1", by: .agent(Resident.agent), at: opening)
    }
    guard case .valide(let demarche) = town.demarches.states["D-1"],
      case .valide(let account) = town.accounts.states[id]
    else { throw AccountRefusal.notValid }
    #expect(date(of: demarche) == opening)
    #expect(date(of: account) == opening)
    #expect(amount(of: try town.invoice("F-1", cents: 1999)) == Money(cents: 1999))
  }

  private func date(of demarche: Demarche<Valide>) -> Date { demarche.state.decided }
  private func date(of account: Account<CompteValide>) -> Date { account.stage.validatedAt }
  private func amount(of invoice: Invoice) -> Money { invoice.amount }
}
