public import Foundation

// The life of an account (F06 to F08):
//
//   en attente ─ validate → valide ─ submit → modifié ─ accept, reject → valide
//       └─ refuse → invalide                       any ─ close → fermé ─ erase → effacé
//
// What may be ordered in a state is the list of protocols it conforms to. Each order is written once, in
// `Account+Verification`, `+Changes`, `+Credentials` and `+Closing`, for all the states that accept it.

extension CompteEnAttente: Verifiable, Terminable {}
extension CompteValide: Changeable, Validated, Terminable {}
extension CompteModifie: ChangeReviewable, Terminable {}
extension CompteInvalide: Terminable {}
extension CompteFerme: Erasable {}

/// A state of an account, with what is known in it and in no other.
public protocol AccountStage: Codable, Hashable, Sendable, SendableMetatype {}
/// The town has not looked at the account yet: it can validate or refuse it.
public protocol Verifiable: Live {}
/// The holder may change the account.
public protocol Changeable: Live {}
/// A change waits for the town: it can accept or reject it.
public protocol ChangeReviewable: Live, Validated { var proposed: Profile { get } }
/// The town has validated the account.
public protocol Validated: AccountStage { var validatedAt: Date { get } }
/// The holder may sign in, file démarches and change the password.
public protocol Live: AccountStage { var credentials: Credentials { get set } }
/// The account can be closed.
public protocol Terminable: Live {}
/// The account is closed: at the end of its retention it can be erased.
public protocol Erasable: AccountStage { var closedAt: Date { get } }
