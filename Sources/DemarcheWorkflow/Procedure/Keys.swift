public import WorkflowKernel

/// What can be asked of the town, whatever its revision.
public struct ProcedureID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A heading of the catalogue.
public struct ThemeID: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A step of a procedure; unique in the procedure.
public struct StepKey: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A field of a procedure; unique in the procedure, across its steps.
public struct FieldKey: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One of the answers that a field proposes; unique in the field.
public struct OptionKey: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A paper that a procedure asks for; unique in the procedure.
public struct PieceKey: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A kind of file, as `application/pdf` (RFC 6838).
public struct MediaType: Identifier {
  /// The text of the identifier.
  public let rawValue: String
  /// Makes the identifier of this text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
