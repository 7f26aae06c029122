import Foundation

/// The files that ship with the Guichet.
enum Resource {
  struct Missing: Error, CustomStringConvertible {
    let name: String
    var description: String { "le fichier \(name) est introuvable" }
  }

  static func regies() throws -> Data { try Data(contentsOf: url(of: "regies.json")) }

  static func catalogue() throws -> Data { try Data(contentsOf: url(of: "catalogue.json")) }

  /// The scenarios, by name, sorted.
  static func scenarios() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(of: "scenarios").path)
      .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }.sorted()
  }

  static func scenario(_ name: String) throws -> URL { try url(of: "scenarios/\(name).jsonl") }

  private static func url(of name: String) throws -> URL {
    let url = Bundle.module.bundleURL.appendingPathComponent("Resources/\(name)")
    guard FileManager.default.fileExists(atPath: url.path) else { throw Missing(name: name) }
    return url
  }
}
