public import Foundation

extension Engine {
  /// Acts as the system on every record that is due at an instant, until none is left.
  ///
  /// A record that fails is reported once and left for the next run; the others go on. Of a record with more deadlines
  /// behind it than ``attemptsMax``, the rest is left for the next run too.
  ///
  /// - Parameters:
  ///   - instant: the instant the host has read from its clock.
  ///   - pageSize: how many records are asked for at a time.
  /// - Throws: what the store throws when the list of due records cannot be read; ``BrokenStore`` when that list has no
  ///   end; `CancellationError` when the host's task is cancelled.
  public func run(dueAt instant: Date, pageSize: Int = 100) async throws -> DueRun<Machine> {
    var run = DueRun<Machine>()
    // A record that is left for the next run may stand on a later page too, at its next deadline.
    var left: Set<Machine.ID> = []
    var cursor: PageCursor?
    repeat {
      let page = try await store.due(at: instant, after: cursor, limit: max(pageSize, 1))
      for id in page.ids where !left.contains(id) {
        do {
          try await settle(id, at: instant, in: &run)
        } catch {
          // The host is stopping: this says nothing about the record.
          guard !Task.isCancelled else { throw CancellationError() }
          left.insert(id)
          run.failures.append(DueRun.Failure(id: id, error: error))
        }
      }
      guard page.next == nil || page.next != cursor else { throw BrokenStore.cursorStandsStill }
      cursor = page.next
    } while cursor != nil
    return run
  }

  /// One record may have several deadlines behind it, one after the other.
  private func settle(_ id: Machine.ID, at instant: Date, in run: inout DueRun<Machine>) async throws {
    let context = Context(instant: instant, principal: .system)
    var attempts = 0
    while let record = try await store.load(id), let deadline = machine.deadline(of: record.state),
      deadline.instant <= instant
    {
      guard attempts < attemptsMax else { throw SendRefusal.contended }
      attempts += 1
      do {
        run.answers.append(try await send(deadline.event, to: id, expecting: record.revision, in: context))
      } catch SendRefusal.stale {
        // Somebody acted first; what is due now is another matter.
      }
    }
  }
}

/// What the system did about the records that were due.
public struct DueRun<Machine: StateMachine>: Sendable {
  /// The orders that were accepted.
  public internal(set) var answers: [Answer<Machine>] = []
  /// The records left for the next run.
  public internal(set) var failures: [Failure] = []

  /// A record that could not be dealt with.
  public struct Failure: Sendable {
    /// The record.
    public let id: Machine.ID
    /// Why.
    public let error: any Error
  }
}
