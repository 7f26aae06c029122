public import CivilTime
public import WorkflowKernel

/// What can be asked of the town, as data: who may ask, what must be answered and joined, and by when (F21).
///
/// A procedure is plain data, read from JSON or written in Swift; the ``Catalogue`` is where definitions are checked. A
/// change is a new `revision`: the cases opened before keep the one they were opened with.
public struct Procedure: Hashable, Sendable {
  /// One revision of one procedure, as a case keeps it.
  public struct Reference: Hashable, Codable, Sendable {
    /// The procedure.
    public let id: ProcedureID
    /// Its revision.
    public let revision: Int

    /// Names a revision.
    public init(id: ProcedureID, revision: Int) {
      self.id = id
      self.revision = revision
    }
  }

  /// What tells the procedure from the others, whatever the revision.
  public var id: ProcedureID
  /// The revision, from 1 on.
  public var revision: Int
  /// What the citizen reads: "Demande d'acte de naissance".
  public var label: String
  /// A sentence that says what the procedure is for.
  public var help: String?
  /// The heading it stands under (F20).
  public var theme: ThemeID
  /// Who may ask (F20).
  public var access: Access
  /// Whom a case may concern (F21).
  public var subject: SubjectRule
  /// The service in charge.
  public var service: ServiceID
  /// What the town's silence decides, and when (F31).
  public var silence: SilenceRule
  /// The pages of the form, in order.
  public var steps: [Step]
  /// The papers asked for.
  public var pieces: [PieceRequirement]
  /// When a case may be opened and submitted; empty means always.
  public var openings: [OpeningPeriod]
  /// Whether one subject may have several running cases.
  public var allowsSeveral: Bool
  /// How long a draft is kept (F22).
  public var draft: DraftPolicy
  /// How many days the applicant has to answer a request for correction (F31).
  public var correctionDays: Int
  /// How many months the personal content is kept after the end of a case; a draft leaves nothing behind (F52).
  public var retentionMonths: Int
  /// The last day of the season, at the end of which validated cases are closed.
  public var seasonEnd: CivilDate?

  /// Describes a procedure; nothing is checked before it enters a ``Catalogue``.
  public init(
    id: ProcedureID, revision: Int = 1, label: String, help: String? = nil, theme: ThemeID, access: Access,
    subject: SubjectRule = .none, service: ServiceID, silence: SilenceRule, steps: [Step],
    pieces: [PieceRequirement] = [], openings: [OpeningPeriod] = [], allowsSeveral: Bool = false,
    draft: DraftPolicy = .usual, correctionDays: Int, retentionMonths: Int, seasonEnd: CivilDate? = nil
  ) {
    self.id = id
    self.revision = revision
    self.label = label
    self.help = help
    self.theme = theme
    self.access = access
    self.subject = subject
    self.service = service
    self.silence = silence
    self.steps = steps
    self.pieces = pieces
    self.openings = openings
    self.allowsSeveral = allowsSeveral
    self.draft = draft
    self.correctionDays = correctionDays
    self.retentionMonths = retentionMonths
    self.seasonEnd = seasonEnd
  }

  /// What a case keeps to find this definition again.
  public var reference: Reference { Reference(id: id, revision: revision) }

  /// Whether a case may be opened or submitted on that day: an opening period includes its last day (F21).
  public func isOpen(on day: CivilDate) -> Bool {
    openings.admit(day)
  }

  /// The field of that key.
  public func field(_ key: FieldKey) -> Field? {
    for step in steps {
      if let field = step.fields.first(where: { $0.key == key }) { return field }
    }
    return nil
  }

  /// The paper of that key.
  public func piece(_ key: PieceKey) -> PieceRequirement? {
    pieces.first { $0.key == key }
  }
}

extension Procedure: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, revision, label, help, theme, access, subject, service, silence, steps, pieces, openings, allowsSeveral
    case draft, correctionDays, retentionMonths, seasonEnd
  }

  /// Reads a procedure; an unknown key is an error.
  ///
  /// What may be left out: `help`, `seasonEnd`, `pieces` and `openings` (empty), `allowsSeveral` (false), `draft`
  /// (``DraftPolicy/usual``). The rest is written in every definition, the silence rule above all.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ProcedureID.self, forKey: .id),
      revision: try container.decode(Int.self, forKey: .revision),
      label: try container.decode(String.self, forKey: .label),
      help: try container.decodeIfPresent(String.self, forKey: .help),
      theme: try container.decode(ThemeID.self, forKey: .theme),
      access: try container.decode(Access.self, forKey: .access),
      subject: try container.decode(SubjectRule.self, forKey: .subject),
      service: try container.decode(ServiceID.self, forKey: .service),
      silence: try container.decode(SilenceRule.self, forKey: .silence),
      steps: try container.decode([Step].self, forKey: .steps),
      pieces: try container.decodeIfPresent([PieceRequirement].self, forKey: .pieces) ?? [],
      openings: try container.decodeIfPresent([OpeningPeriod].self, forKey: .openings) ?? [],
      allowsSeveral: try container.decodeIfPresent(Bool.self, forKey: .allowsSeveral) ?? false,
      draft: try container.decodeIfPresent(DraftPolicy.self, forKey: .draft) ?? .usual,
      correctionDays: try container.decode(Int.self, forKey: .correctionDays),
      retentionMonths: try container.decode(Int.self, forKey: .retentionMonths),
      seasonEnd: try container.decodeIfPresent(CivilDate.self, forKey: .seasonEnd)
    )
  }
}
