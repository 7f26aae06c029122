import Foundation
import Identity

/// What the orders on an account need; only their types matter.
struct GivenAccount {
  let changes: [ProfileChange]
  let contact: Contact
  let hash: PasswordHash
  let reason: Personal<String>
  let retention: RetentionPolicy
  let instant: Date
}
