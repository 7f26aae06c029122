public import Foundation

extension Catalogue {
  /// Reads and checks the definitions of a JSON text: an object of `themes`, `services` and `procedures`.
  ///
  /// - Throws: ``InvalidCatalogue`` with every unknown key, and the first value that cannot be read in each theme, service
  ///   and procedure or, when all can be read, every problem of the definitions.
  public init(json: Data) throws(InvalidCatalogue) {
    let strangers = StrangerKeys()
    let decoder = JSONDecoder()
    if let info = StrangerKeys.info { decoder.userInfo[info] = strangers }
    let file: CatalogueFile
    do {
      file = try decoder.decode(CatalogueFile.self, from: json)
    } catch {
      throw InvalidCatalogue(problems: strangers.problems + [DefinitionProblem(unreadable: error)])
    }
    let (themes, services) = (file.themes.compactMap(\.value), file.services.compactMap(\.value))
    let procedures = file.procedures.compactMap(\.value)
    // Beside what cannot be read, whoever refers to it would seem to be wrong.
    let others =
      file.problems.isEmpty
      ? Self.problems(themes: themes, services: services, procedures: procedures) : file.problems
    guard strangers.problems.isEmpty else { throw InvalidCatalogue(problems: strangers.problems + others) }
    guard file.problems.isEmpty else { throw InvalidCatalogue(problems: file.problems) }
    try self.init(themes: themes, services: services, procedures: procedures)
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
  init(unreadable error: any Error) {
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
