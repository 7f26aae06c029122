import Foundation
import WorkflowKernel
import WorkflowTesting

extension NaiveStore {
  struct UnknownEffect: Error {}

  func pendingEffects(at instant: Date, limit: Int) -> [PendingEffect<Machine>] {
    pendingEffects(at: instant, limit: limit, of: "")
  }

  func pendingEffects(at instant: Date, limit: Int, of machine: String) -> [PendingEffect<Machine>] {
    var effects = waiting.filter {
      isOurs($0.key.id, machine, unless: .sharesEffects) && !isHidden($0.key.id, by: .showsEffectsLate)
    }
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
      return isMeant(effect.key, by: key, .acknowledgement)
    }
  }

  func postpone(_ key: EffectKey<ID>, until instant: Date) {
    guard waiting.contains(where: { $0.key == key }) else { return }
    waiting = waiting.map { effect in
      guard isMeant(effect.key, by: key, .postponement) else { return effect }
      return PendingEffect(
        key: effect.key, effect: effect.effect, recorded: effect.recorded,
        attempts: flaw == .countsOneTry ? 1 : effect.attempts + 1,
        nextTry: flaw == .cutsNextTries ? cut(instant) : instant)
    }
  }

  private enum Touch {
    case acknowledgement
    case postponement
  }

  /// Whether an effect is the one that a key names, as far as the store looks.
  private func isMeant(_ other: EffectKey<ID>, by key: EffectKey<ID>, _ touch: Touch) -> Bool {
    let (sameRecord, sameRevision) = (other.id == key.id, other.revision == key.revision)
    let samePlace = other.index == key.index
    switch (flaw, touch) {
    case (.acknowledgesWholeCommit, .acknowledgement), (.postponesWholeCommit, .postponement):
      return sameRecord && sameRevision
    case (.acknowledgesEveryRecord, .acknowledgement), (.postponesEveryRecord, .postponement):
      return sameRevision && samePlace
    case (.acknowledgesEveryRevision, .acknowledgement), (.postponesEveryRevision, .postponement):
      return sameRecord && samePlace
    case (.acknowledgesWithoutCase, .acknowledgement), (.postponesWithoutCase, .postponement):
      return other.id.rawValue.lowercased() == key.id.rawValue.lowercased() && sameRevision && samePlace
    case (.acknowledgesForAll, _):
      return bare(other.id) == bare(key.id) && sameRevision && samePlace
    default: return other == key
    }
  }

  func append(_ effects: [Machine.Effect], of entry: JournalEntry<Machine>) {
    if flaw == .replacesEffects, !effects.isEmpty { waiting.removeAll { $0.key.id == entry.id } }
    let appended = effects.enumerated().map { index, effect in
      PendingEffect<Machine>(
        key: EffectKey(id: entry.id, revision: entry.revision, index: index), effect: shortened(effect),
        recorded: flaw == .cutsInstantsOfEffects ? cut(entry.instant) : entry.instant, attempts: 0,
        nextTry: flaw == .losesInstantOfEffects ? .distantPast : entry.instant)
    }
    waiting.insert(contentsOf: appended, at: has(.numbersEffectsAnew) ? 0 : waiting.count)
  }

  private func shortened(_ effect: Machine.Effect) -> Machine.Effect {
    guard flaw == .cutsLongEffects else { return effect }
    switch effect {
    case .read(let line): return .read(String(line.prefix(1_000)))
    }
  }
}
