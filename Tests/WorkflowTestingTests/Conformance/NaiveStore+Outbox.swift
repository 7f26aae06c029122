import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  struct UnknownEffect: Error {}

  func pendingEffects(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    var effects = waiting
    if flaw == .limitsBeforeHiding { effects = Array(effects.prefix(max(limit, 0))) }
    if flaw != .showsPostponed { effects.removeAll { $0.nextTry > instant } }
    if flaw == .ordersEffectsByKey { effects.sort { $0.key.description < $1.key.description } }
    return flaw == .ignoresLimitOfEffects ? effects : Array(effects.prefix(max(limit, 0)))
  }

  func acknowledge(_ key: EffectKey<ID>) throws {
    if flaw == .failsOnUnknownEffects, !waiting.contains(where: { $0.key == key }) { throw UnknownEffect() }
    delivered += waiting.filter { $0.key == key }
    waiting.removeAll { effect in
      if flaw == .keepsPostponedForEver, effect.attempts > 0 { return false }
      if flaw == .acknowledgesWholeCommit { return effect.key.id == key.id && effect.key.revision == key.revision }
      return effect.key == key
    }
  }

  func postpone(_ key: EffectKey<ID>, until instant: Date) {
    guard let index = waiting.firstIndex(where: { $0.key == key }) else { return }
    let effect = waiting[index]
    waiting[index] = PendingEffect(
      key: key, effect: effect.effect, recorded: effect.recorded,
      attempts: flaw == .countsOneTry ? 1 : effect.attempts + 1, nextTry: instant)
  }
}
