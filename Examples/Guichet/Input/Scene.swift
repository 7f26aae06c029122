import CivilTime
import Foundation
import WorkflowKernel

/// When a line plays and who speaks in it; what a line does not say is what the line before said.
///
/// What a line says and nobody can read is not made up for: the next line has to say it, lest it play at another
/// instant, or as somebody else, than was meant.
struct Scene {
  private var instant: Date?
  private var principal: Principal?
  /// No line plays before it.
  private var latest: Date?

  /// Follows a line that nobody can read: it may have said anything.
  mutating func forget() {
    instant = nil
    principal = nil
  }

  /// Follows a line, which sets the scene of the next one even where it is refused.
  mutating func follow(
    _ values: [String: JSONValue], with saved: SavedResults, in calendar: TownCalendar
  ) throws(LineFault) -> Context {
    let latest = latest
    let when = Result { () throws(LineFault) in
      try Self.take("at", of: values, over: &instant) { text throws(LineFault) in
        guard let said = calendar.instant(iso: text) else { throw .field("line.wrong-value", "at") }
        if let latest, said < latest { throw .instantBackwards }
        return said
      }
    }
    let who = Result { () throws(LineFault) in
      try Self.take("as", of: values, over: &principal) { text throws(LineFault) in
        try Principal(text, with: saved)
      }
    }
    self.latest = instant ?? latest
    if case .failure(.fields(let some)) = when, case .failure(.fields(let others)) = who {
      throw .fields(some + others)
    }
    return Context(instant: try when.get(), principal: try who.get())
  }

  /// What a line says under a name, which is then what the next one inherits; or what it inherits itself.
  private static func take<Value>(
    _ name: String, of values: [String: JSONValue], over known: inout Value?,
    reading read: (String) throws(LineFault) -> Value
  ) throws(LineFault) -> Value {
    guard let said = values[name], said != .null else {
      guard let known else { throw .field("line.missing-field", name) }
      return known
    }
    known = nil
    guard case .string(let text) = said else { throw .field("line.wrong-type", name, Field.Kind.string.rawValue) }
    let value = try read(text)
    known = value
    return value
  }
}
