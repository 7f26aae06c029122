import Billing
import Foundation
import Identity
import Testing

struct DeliveryKeyTests {
  @Test func `F28: an account and its basket share an identifier and a transport, and no letter takes another's place`()
  {
    let (id, instant) = (AccountID("jean"), TownHall.opening)
    let key = EffectKey(id: id, revision: Revision(rawValue: 3), index: 0)
    let notice = Notice(to: .account(id), "sample")
    let ofAccount = PendingEffect<AccountMachine>(
      key: key, effect: notice, recorded: instant, attempts: 0, nextTry: instant)
    let ofBasket = PendingEffect<BasketMachine>(
      key: key, effect: notice, recorded: instant, attempts: 0, nextTry: instant)
    #expect(ofAccount.deliveryKey == "identity.account/jean/3/0")
    #expect(ofBasket.deliveryKey == "billing.basket/jean/3/0")
  }
}
