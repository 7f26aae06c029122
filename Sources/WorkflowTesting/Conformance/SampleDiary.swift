public import WorkflowKernel

/// A second small machine, to be kept in the same database: a notebook in all but the name.
///
/// It shares every type with ``SampleNotebook``, so that a store which mixes the two up finds what it should not.
public struct SampleDiary: StateMachine {
  /// What tells one diary from another; a notebook may have the same.
  public typealias ID = SampleNotebook.ID

  /// Makes the machine; it needs no configuration.
  public init() {}

  /// The name of a state.
  public static func name(of state: SampleNotebook.State) -> SampleNotebook.StateName { SampleNotebook.name(of: state) }

  /// The name of an event.
  public static func name(of event: SampleNotebook.Event) -> SampleNotebook.EventName { SampleNotebook.name(of: event) }

  /// What tells its records from those of the notebook.
  public static let format = RecordFormat("sample-diary", version: 1)

  /// Decides as the notebook does.
  public func transition(
    from state: SampleNotebook.State?, on event: SampleNotebook.Event, in context: Context
  ) throws(SampleNotebook.Refusal) -> Transition<SampleNotebook.State, SampleNotebook.Effect> {
    try SampleNotebook().transition(from: state, on: event, in: context)
  }
}
