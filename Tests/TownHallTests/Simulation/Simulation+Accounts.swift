import Foundation
import Identity

extension Simulation {
  /// Somebody does something with an account, their own or, as an agent, another's.
  mutating func accountDeed() -> Deed {
    let resident = pick(Self.residents)
    let instant = now
    let memory = memory
    switch pick(12) {
    case 0..<3:
      // The same wish for as long as it lives: at most one account of a resident is open.
      guard openAccount(of: resident) == nil else { return signIn(resident) }
      let key = "register \(resident.visitor) \(closedAccounts(of: resident))"
      return Deed(key, isKeyed: true) { server in
        _ = try await server.register(resident, key: key, at: instant)
        memory[resident] = resident.password
      }
    case 3..<6: return signIn(resident)
    case 6: return changePassword(of: resident)
    case 7: return recover(resident)
    case 8:
      let child = Child(id: MemberID("child-\(number())"), birth: .expected(on: nil), responsibles: [.holder])
      return order(.submit([.household(.addChild(child))]), of: resident, asHolder: true)
    case 9 where pick(4) == 0:
      return order(.close(.byHolder(generation: generation(of: resident))), of: resident, asHolder: true)
    default: return order(review(of: resident), of: resident, asHolder: false)
    }
  }

  private mutating func review(of resident: Resident) -> AccountEvent {
    let reason = Personal("planted reason")
    switch openAccount(of: resident).flatMap({ town.accounts.load($0)?.state }) {
    case .enAttente: return pick(6) > 0 ? .validate : .refuse(reason: reason)
    case .modifie: return pick([.accept, .reject(reason: reason)])
    case .valide, .invalide, .ferme, .efface, nil:
      return pick([.validate, .accept, .consult, pick(4) == 0 ? .close(.byTown(reason)) : .consult])
    }
  }

  private mutating func signIn(_ resident: Resident) -> Deed {
    let (instant, isRight) = (now, pick(4) > 0)
    let password = isRight ? memory[resident] : "planted wrong"
    let login = login(of: resident)
    return Deed("sign in \(resident.visitor)") { server in
      _ = try await server.signIn(login, password, as: resident, at: instant)
    }
  }

  private mutating func changePassword(of resident: Resident) -> Deed {
    let (instant, memory, old, login) = (now, memory, memory[resident], login(of: resident))
    let new = "planted phrase \(number())"
    return Deed("change the password of \(resident.visitor)") { server in
      let session = try await server.signIn(login, old, as: resident, at: instant).session
      // Until the answer has come, only the new one may be right.
      memory[resident] = new
      _ = try await SignedIn(server.services, session: session)
        .changePassword(from: old, to: NewPassword(new, confirmation: new), at: instant)
    }
  }

  private mutating func recover(_ resident: Resident) -> Deed {
    let (instant, memory, login) = (now, memory, login(of: resident))
    let new = "planted phrase \(number())"
    let answer = pick(4) > 0 ? "médor" : "planted wrong"
    return Deed("recover \(resident.visitor)") { server in
      try await server.recover(resident, login: login, answer: answer, to: new, at: instant)
      memory[resident] = new
    }
  }

  private func order(_ event: AccountEvent, of resident: Resident, asHolder: Bool) -> Deed {
    let id = openAccount(of: resident) ?? "nobody"
    let context = Context(instant: now, principal: asHolder ? .citizen(id) : .agent(Resident.agent))
    return Deed("\(AccountMachine.name(of: event)) account of \(resident.visitor)") { server in
      try await server.accounts.send(event, to: id, in: context)
    }
  }

  func openAccount(of resident: Resident) -> AccountID? {
    town.accounts.states.first { $0.value.credentials != nil && Self.isOf(resident, $0.value) }?.key
  }

  private func generation(of resident: Resident) -> Int {
    openAccount(of: resident).flatMap { town.accounts.load($0)?.state.credentials?.generation } ?? 1
  }

  private func closedAccounts(of resident: Resident) -> Int {
    town.accounts.accepted.count { $0.entry.to == .ferme && Self.isOf(resident, $0.state) }
  }

  private static func isOf(_ resident: Resident, _ state: AccountState) -> Bool {
    state.profile?.contact.email.address.value == resident.email
  }

  private func login(of resident: Resident) -> String {
    let id = openAccount(of: resident)
    return id.flatMap { town.accounts.load($0)?.state.login?.text.value } ?? "nobody.quillerot"
  }
}
