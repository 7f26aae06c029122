public import Foundation

/// The name and the version under which the states and the waiting effects of a machine are stored.
public struct RecordFormat: Hashable, Sendable {
  /// The name, stable for ever: up to 64 small ASCII letters, digits, full stops, hyphens and low lines.
  public let name: String
  /// The version written today, from 1.
  public let version: Int

  /// Names a format.
  public init(_ name: String, version: Int) {
    self.name = name
    self.version = version
  }
}

extension RecordFormat {
  /// Writes a state as a JSON object with its format and version, the keys sorted.
  ///
  /// - Throws: what the state's own `encode(to:)` throws.
  public static func encode<Machine: StateMachine>(_ state: Machine.State, of machine: Machine.Type) throws -> Data {
    try StoredState<Machine>.encode(state)
  }

  /// Reads a state written by this version or an earlier one.
  ///
  /// The object holds the format, the version and the state, nothing else; of a key that is written twice, Foundation
  /// shows the first value and hides the rest.
  ///
  /// - Throws: ``UnreadableRecord``, which names the record and shows nothing of its content.
  public static func decode<Machine: StateMachine>(
    _ data: Data, of id: Machine.ID, as machine: Machine.Type
  ) throws(UnreadableRecord) -> Machine.State {
    try StoredState<Machine>.decode(data, named: id.rawValue)
  }

  /// Writes an effect that waits, as a state is written.
  ///
  /// - Throws: what the effect's own `encode(to:)` throws.
  public static func encode<Machine: StateMachine>(effect: Machine.Effect, of machine: Machine.Type) throws -> Data {
    try StoredEffect<Machine>.encode(effect)
  }

  /// Reads an effect that waits since this version or an earlier one.
  ///
  /// - Throws: ``UnreadableRecord``, which names the effect by its key and shows nothing of its content.
  public static func decode<Machine: StateMachine>(
    effect data: Data, of key: EffectKey<Machine.ID>, as machine: Machine.Type
  ) throws(UnreadableRecord) -> Machine.Effect {
    try StoredEffect<Machine>.decode(data, named: key.description)
  }
}
