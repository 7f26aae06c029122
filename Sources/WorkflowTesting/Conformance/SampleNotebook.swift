public import WorkflowKernel

/// The small machine whose records the conformance kit stores: a notebook that is written in, then closed.
public struct SampleNotebook: StateMachine {
  /// What tells one notebook from another.
  public struct ID: Identifier {
    /// The text of the identifier.
    public let rawValue: String
    /// Makes the identifier of this text.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// A notebook and its lines.
  public enum State: Codable, Hashable, Sendable {
    /// May be written in.
    case open(lines: [String])
    /// May only be read.
    case closed(lines: [String])

    /// What is written, oldest first.
    public var lines: [String] {
      switch self {
      case .open(let lines), .closed(let lines): lines
      }
    }
  }

  /// What may be asked for.
  public enum Event: Codable, Hashable, Sendable {
    /// Add a line; the first one makes the notebook.
    case write(String)
    /// No more lines.
    case close
  }

  /// What must be done outside.
  public enum Effect: Codable, Hashable, Sendable {
    /// Read a line to somebody.
    case read(String)
  }

  /// Why something is not done.
  public enum Refusal: ExplainableRefusal {
    /// There is no such notebook.
    case missing
    /// The notebook is closed.
    case closed

    /// The stable code.
    public var code: String {
      switch self {
      case .missing: "notebook.missing"
      case .closed: "notebook.closed"
      }
    }
  }

  /// The names of the states.
  public enum StateName: String, Name {
    /// May be written in.
    case open
    /// May only be read.
    case closed
  }

  /// The names of the events.
  public enum EventName: String, Name {
    /// Add a line.
    case write
    /// No more lines.
    case close
  }

  /// Makes the machine; it needs no configuration.
  public init() {}

  /// The name of a state.
  public static func name(of state: State) -> StateName {
    switch state {
    case .open: .open
    case .closed: .closed
    }
  }

  /// The name of an event.
  public static func name(of event: Event) -> EventName {
    switch event {
    case .write: .write
    case .close: .close
    }
  }

  /// Version 2; version 1 was a flat object.
  public static let format = RecordFormat("sample-notebook", version: 2)

  /// Reads what version 1 wrote: `{"closed": false, "lines": []}`.
  public static func state(from decoder: any Decoder, version: Int) throws -> State {
    guard version == 1 else { throw UnknownVersion(version: version) }
    let old = try VersionOne(from: decoder)
    return old.closed ? .closed(lines: old.lines) : .open(lines: old.lines)
  }

  private struct VersionOne: Decodable {
    let closed: Bool
    let lines: [String]
  }

  /// Decides.
  public func transition(
    from state: State?, on event: Event, in context: Context
  ) throws(Refusal) -> Transition<State, Effect> {
    switch (state, event) {
    case (nil, .write(let line)): Transition(to: .open(lines: [line]), effects: [.read(line)])
    case (nil, .close): throw .missing
    case (.open(let lines), .write(let line)): Transition(to: .open(lines: lines + [line]), effects: [.read(line)])
    case (.open(let lines), .close): Transition(to: .closed(lines: lines))
    case (.closed, .write), (.closed, .close): throw .closed
    }
  }
}
