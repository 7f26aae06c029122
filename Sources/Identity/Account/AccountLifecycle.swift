// The life of an account (F06 to F08):
//
//   en attente ─ validate → valide ─ submit → modifié ─ accept, reject → valide
//       └─ refuse → invalide                       any ─ close → fermé ─ erase → effacé
//
// What may be ordered in a state is the list of protocols it conforms to. Each order is written once, in
// `Account+Verification`, `+Changes`, `+Access` and `+Closing`, for all the states that accept it.

extension EnAttente: Verifiable, Live, Closable {}
extension Valide: Changeable, Live, Closable {}
extension Modifie: Reviewable, Live, Closable {}
extension Invalide: Live, Closable {}
extension Ferme: Erasable {}

/// A state of an account, with what is known in it and in no other.
public protocol AccountStage: Codable, Hashable, Sendable, SendableMetatype {}
/// The town has not looked at the account yet: it can validate or refuse it.
public protocol Verifiable: AccountStage { var access: Access { get } }
/// The holder may change the account.
public protocol Changeable: AccountStage { var access: Access { get set } }
/// A change waits for the town: it can accept or reject it.
public protocol Reviewable: AccountStage {
  /// Access to the account.
  var access: Access { get }
  /// When the town validated the account.
  var validatedAt: Date { get }
  /// What the holder wants the account to become.
  var proposed: Dossier { get }
}
/// The holder may sign in, file démarches and change the password.
public protocol Live: AccountStage { var access: Access { get set } }
/// The account can be closed.
public protocol Closable: AccountStage {}
/// The account is closed: at the end of its retention it can be erased.
public protocol Erasable: AccountStage { var closedAt: Date { get } }
