public import Foundation

/// A required paper and what became of it (F25).
public struct PieceJustificative: Hashable, Codable, Sendable {
  /// Which piece of the procedure.
  public let key: PieceKey
  /// What the applicant reads.
  public let label: String
  /// Whether the answers given make it required.
  public internal(set) var isRequired: Bool
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
  /// A file, kept by the host under its digest.
  case file(PieceFile)
  /// A paper, in the hands of the service in charge.
  case paper
}

/// A file that the host keeps.
public struct PieceFile: Hashable, Codable, Sendable {
  /// The name the applicant gave it.
  public let name: Personal<String>
  /// Its media type, such as `application/pdf`, as the host has recognized it.
  public let mediaType: MediaType
  /// Its size in bytes.
  public let bytes: Int
  /// The SHA-256 of its bytes, by which the host finds it.
  public let digest: Digest
  /// The date the paper bears, where its age matters.
  public let issued: CivilDate?

  /// Describes a file.
  public init(name: String, mediaType: MediaType, bytes: Int, digest: Digest, issued: CivilDate? = nil) {
    self.name = Personal(name)
    self.mediaType = mediaType
    self.bytes = bytes
    self.digest = digest
    self.issued = issued
  }
}

/// Keeps the bytes of pieces; only the host reads or writes them.
///
/// The host stores a file before it orders `supplyPiece`, and erases it when the effect
/// ``DemarcheEffect/eraseContents(_:)`` reaches it. Bytes belong to one démarche: the same paper joined to two of them
/// is kept twice, so that what is erased with one stays with the other. A fake keeps a dictionary.
public protocol PieceContents: Sendable {
  /// Keeps bytes of a démarche under their digest; keeping them again changes nothing.
  func store(_ bytes: Data, as digest: Digest, of demarche: DemarcheID) async throws
  /// The bytes of a digest; `nil` once erased.
  func bytes(of digest: Digest, of demarche: DemarcheID) async throws -> Data?
  /// Erases the bytes of a digest from one démarche; an unknown one is ignored.
  func erase(_ digest: Digest, of demarche: DemarcheID) async throws
}
