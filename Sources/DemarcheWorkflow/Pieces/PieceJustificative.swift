public import Foundation

/// A required paper and what became of it (F25).
public struct PieceJustificative: Hashable, Codable, Sendable {
  /// Which piece of the procedure.
  public let key: PieceKey
  /// What the applicant reads.
  public let label: String
  /// Whether the answers given make it required.
  public internal(set) var isRequired: Bool
  /// Whether the last correction has asked for it, required or not.
  public internal(set) var isAskedFor: Bool
  /// What became of it.
  public internal(set) var status: Status

  /// The life of a piece.
  public enum Status: Hashable, Codable, Sendable {
    /// Nothing has come yet.
    case awaited
    /// The applicant will send it by post.
    case announced(Date)
    /// It has come, and nobody has looked at it yet.
    case supplied(PieceContent, Date)
    /// An agent has accepted it.
    case accepted(PieceContent, Date)
    /// An agent has refused it.
    case refused(Reason, Date)
    /// It is too old to prove anything.
    case outdated(Date)
    /// An agent does without it.
    case waived(Reason, Date)

    /// The flat names of the life of a piece.
    public enum Name: String, CaseIterable, Codable, Hashable, Sendable {
      /// Nothing has come yet.
      case awaited
      /// It will come by post.
      case announced
      /// It has come.
      case supplied
      /// It proves what it must.
      case accepted
      /// It does not.
      case refused
      /// It is too old.
      case outdated
      /// It is not needed after all.
      case waived
    }

    /// The name of this status.
    public var name: Name {
      switch self {
      case .awaited: .awaited
      case .announced: .announced
      case .supplied: .supplied
      case .accepted: .accepted
      case .refused: .refused
      case .outdated: .outdated
      case .waived: .waived
      }
    }
  }
}

/// What a piece is made of; the library never holds the bytes.
public enum PieceContent: Hashable, Codable, Sendable {
  /// A file, which the host keeps.
  case file(PieceFile)
  /// A paper, in the hands of the service in charge.
  case paper
}

/// A file that the host keeps.
public struct PieceFile: Hashable, Codable, Sendable {
  /// The name the applicant gave it.
  public internal(set) var name: Personal<String>
  /// Its media type, such as `application/pdf`, as the host has recognized it.
  public let mediaType: MediaType
  /// Its size in bytes.
  public let bytes: Int
  /// The upload, by which the host finds the bytes; drawn, so the same file supplied again under a request key is the
  /// same order.
  public let content: Drawn<ContentID>
  /// The SHA-256 of the bytes, to check what the host finds.
  public let digest: Digest
  /// The date the paper bears, where its age matters.
  public let issued: CivilDate?

  /// Describes a file.
  public init(
    _ content: ContentID, name: String, mediaType: MediaType, bytes: Int, digest: Digest, issued: CivilDate? = nil
  ) {
    self.content = Drawn(content)
    self.name = Personal(name)
    self.mediaType = mediaType
    self.bytes = bytes
    self.digest = digest
    self.issued = issued
  }
}

/// One upload of a file, drawn by the host and never used twice.
///
/// The same file supplied twice is two contents: what was ordered erased is the first, however late it is erased.
public struct ContentID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Keeps the bytes of pieces; only the host reads or writes them.
///
/// The host stores an upload before it orders `supplyPiece`, and erases it when the order is refused or a repeat, and
/// when the effect ``DemarcheEffect/eraseContents(_:)`` reaches it. A fake keeps a dictionary.
public protocol PieceContents: Sendable {
  /// Keeps the bytes of an upload to a démarche; keeping them again changes nothing.
  func store(_ bytes: Data, as content: ContentID, of demarche: DemarcheID) async throws
  /// The bytes of an upload; `nil` once erased.
  func bytes(of content: ContentID, of demarche: DemarcheID) async throws -> Data?
  /// Erases the bytes of an upload; an unknown one is ignored.
  func erase(_ content: ContentID, of demarche: DemarcheID) async throws
}
