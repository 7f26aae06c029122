extension Engine<DemarcheMachine> {
  /// Refuses whoever is not to a démarche what they must be, in the same words where there is none (F15).
  func require(
    _ role: DemarcheRole, _ principal: Principal, of id: DemarcheID, for order: DemarcheEventName = .consult
  ) async throws {
    guard machine.role(of: principal, in: try await store.load(id)?.state) == role else {
      throw DemarcheRefusal.notAllowed(order)
    }
  }
}
