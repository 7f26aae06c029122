import WorkflowKernel

extension Order {
  /// What time does by itself.
  static let clock: [Order] = [
    Order("clock.pass", "Laisse passer le temps\u{A0}: le système agit sur tout ce qui est échu.") { call, town in
      let acts = try await town.passTime(to: call.context.instant)
      return Outcome(
        ["acts": .array(acts.map { .string($0) })], acts.isEmpty ? "Rien n’est échu." : acts.joined(separator: "\n"))
    }
  ]
}
