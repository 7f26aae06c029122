import Synchronization
import WorkflowKernel

/// Letters that would have left, each once whatever its repeats.
final class Mailbox: MessageTransport {
  struct Mail: Sendable {
    let letter: Letter
    let contact: ContactPoint
  }

  private let mails = Mutex<(all: [Mail], unread: Int, keys: Set<String>)>(([], 0, []))

  func send(_ letter: Letter, to contact: ContactPoint, key: String) async throws {
    mails.withLock { mails in
      guard mails.keys.insert(key).inserted else { return }
      mails.all.append(Mail(letter: letter, contact: contact))
    }
  }

  /// The letters that nobody has seen yet.
  func takeUnread() -> [Mail] {
    mails.withLock { mails in
      defer { mails.unread = mails.all.count }
      return Array(mails.all[mails.unread...])
    }
  }

  /// The temporary password, or the end of a link, in the last letter to an address that brings one.
  func lastSecret(to address: String) -> String? {
    mails.withLock { mails in
      mails.all.last { $0.contact == .email(Personal(address)) && $0.secret != nil }?.secret
    }
  }
}

extension Mailbox.Mail {
  /// 26 letters and digits that stand together, as the library draws a secret.
  fileprivate var secret: String? {
    letter.body.value.split { !$0.isLetter && !$0.isNumber }.first { $0.count == 26 }.map(String.init)
  }
}
