public import Foundation

extension Catalogue {
  /// Reads and checks the definitions of a JSON text: an object of `themes`, `services` and `procedures`.
  ///
  /// - Throws: ``InvalidCatalogue`` with the first thing that cannot be read in each theme, service and procedure, or,
  ///   when all can be read, with every problem of the definitions.
  public init(json: Data) throws(InvalidCatalogue) {
    let file: CatalogueFile
    do {
      file = try JSONDecoder().decode(CatalogueFile.self, from: json)
    } catch {
      throw InvalidCatalogue(problems: [DefinitionProblem(unreadable: error)])
    }
    guard file.problems.isEmpty else { throw InvalidCatalogue(problems: file.problems) }
    try self.init(
      themes: file.themes.compactMap(\.value), services: file.services.compactMap(\.value),
      procedures: file.procedures.compactMap(\.value))
  }
}

/// The lists of a catalogue's file, each entry read on its own so that one mistake does not hide the next.
private struct CatalogueFile: Decodable {
  let themes: [Entry<Theme>]
  let services: [Entry<ServiceDesk>]
  let procedures: [Entry<Procedure>]

  var problems: [DefinitionProblem] {
    themes.compactMap(\.problem) + services.compactMap(\.problem) + procedures.compactMap(\.problem)
  }

  private enum CodingKeys: String, CodingKey {
    case themes, services, procedures
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    themes = try container.decode([Entry<Theme>].self, forKey: .themes)
    services = try container.decode([Entry<ServiceDesk>].self, forKey: .services)
    procedures = try container.decode([Entry<Procedure>].self, forKey: .procedures)
  }
}

private enum Entry<Value: Decodable>: Decodable {
  case read(Value)
  case unreadable(DefinitionProblem)

  init(from decoder: any Decoder) throws {
    do {
      self = .read(try Value(from: decoder))
    } catch {
      self = .unreadable(DefinitionProblem(unreadable: error))
    }
  }

  var value: Value? {
    switch self {
    case .read(let value): value
    case .unreadable: nil
    }
  }

  var problem: DefinitionProblem? {
    switch self {
    case .read: nil
    case .unreadable(let problem): problem
    }
  }
}

extension DefinitionProblem {
  fileprivate init(unreadable error: any Error) {
    let (path, reason): ([any CodingKey], String) =
      switch error {
      case DecodingError.keyNotFound(let key, let context): (context.codingPath + [key], "missing key")
      case DecodingError.typeMismatch(let type, let context): (context.codingPath, "not of type \(type)")
      case DecodingError.valueNotFound(_, let context): (context.codingPath, "null")
      case DecodingError.dataCorrupted(let context): (context.codingPath, Self.reason(context))
      default: ([], "unknown error")
      }
    let place = path.reduce(Place.root) { place, key in key.intValue.map { place[$0] } ?? place[key.stringValue] }
    self.init(place: place.text, fault: .unreadable(reason))
  }

  /// Where the text is no JSON at all, the parser knows the line.
  private static func reason(_ context: DecodingError.Context) -> String {
    context.underlyingError.map { "\(context.debugDescription) \($0)" } ?? context.debugDescription
  }
}
