public import Foundation

/// Names one démarche for the library and the host; the citizen knows it by its ``RequestNumber``.
public struct DemarcheID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A démarche known to be in one state: what may be ordered in another does not compile.
///
/// ```swift
/// func printCertificate(of demarche: Demarche<Valide>) -> String
/// ```
public struct Demarche<State: DemarcheState>: Hashable, Sendable {
  /// The facts of the state.
  public let state: State
  private let file: Shared<File<State.KnownFiling>>

  /// What was asked and given: the same in every state but the archive.
  public var dossier: Dossier { file.value.dossier }
  /// What submitting made, as this state knows it.
  public var filing: State.KnownFiling { file.value.filing }
  /// What submitting made; `nil` for what was never submitted.
  public var filed: Filing? { filing.filing }

  init(_ state: State, _ filing: State.KnownFiling, _ dossier: Dossier) {
    self.init(state, Shared(File(filing: filing, dossier: dossier)))
  }

  private init(_ state: State, _ file: Shared<File<State.KnownFiling>>) {
    self.state = state
    self.file = file
  }

  // Inlined, it would have the whole state copied, and its enum around it, for the sake of this one reference.
  @inline(never)
  func moved<Next: DemarcheState>(to next: Next) -> Demarche<Next> where Next.KnownFiling == State.KnownFiling {
    Demarche<Next>(next, file)
  }

  func changed<Failure: Error>(_ change: (inout Dossier) throws(Failure) -> Void) throws(Failure) -> Demarche {
    Demarche(state, try file.changed { file throws(Failure) in try change(&file.dossier) })
  }
}

/// What one state hands to the next: behind one reference, for counting references is half of what a change costs.
private struct File<KnownFiling: FilingFact>: Hashable, Codable, Sendable {
  let filing: KnownFiling
  var dossier: Dossier
}

/// What a démarche holds whatever its state: the request, its answers and pieces, the notes.
public struct Dossier: Hashable, Codable, Sendable {
  /// The procedure and the revision under which the démarche was opened.
  public let procedure: Procedure.Reference
  /// What that revision says of a démarche once it is open.
  public let terms: Terms
  /// Who files.
  public let applicant: Applicant
  /// For whom.
  public let subject: Subject
  /// When the draft was opened.
  public let opened: Date
  /// The answers, field by field.
  public internal(set) var answers: Answers
  /// The members of the household that a field may name.
  public internal(set) var household: [KnownMember]
  /// The pieces, in the order of the procedure.
  public internal(set) var pieces: [PieceJustificative]
  /// The notes, the oldest first.
  public internal(set) var notes: [Note]
  /// Whether every step was answered when the answers last changed.
  var stepsComplete: Bool
}

/// Who files a démarche.
public enum Applicant: Hashable, Codable, Sendable {
  /// Somebody without an account.
  case visitor(VisitorID)
  /// The holder of an account.
  case citizen(AccountID)
}

/// For whom a démarche is.
public enum Subject: Hashable, Codable, Sendable {
  /// For nobody in particular.
  case none
  /// For the household as a whole.
  case household
  /// For one member of the household.
  case member(Member)

  /// A member of the household, as the account knew them when the démarche was opened.
  public struct Member: Hashable, Codable, Sendable {
    /// Which member.
    public let id: MemberID
    /// Whether the member is an adult or a child.
    public let kind: MemberKind
    /// How the lists show the member: one line of 200 characters at most.
    public internal(set) var name: Personal<String>

    /// Describes a member.
    public init(id: MemberID, kind: MemberKind, name: String) {
      self.id = id
      self.kind = kind
      self.name = Personal(name)
    }
  }
}

/// A remark in a démarche.
public struct Note: Hashable, Codable, Sendable {
  /// What is remarked.
  public let text: Personal<String>
  /// Who wrote it.
  public let author: Actor
  /// When.
  public let written: Date
  /// Who may read it.
  public let visibility: Visibility

  /// Who may read a note.
  public enum Visibility: String, Hashable, Codable, Sendable, CaseIterable {
    /// The applicant and the agents in charge.
    case `public`
    /// The agents in charge.
    case `internal`
  }
}
