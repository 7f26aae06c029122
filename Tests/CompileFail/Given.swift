import DemarcheWorkflow

/// What the orders of the snippets need; only their types matter.
struct Given {
  let change: AnswerChange
  let piece: PieceKey
  let file: PieceFile
  let procedure: Procedure
  let desk: ServiceDesk
  let submission: Submission
  let opening: Opening
  let request: CorrectionRequest
  let reason: Reason
  let text: Personal<String>
  let context: Context
  let town: TownCalendar
}
