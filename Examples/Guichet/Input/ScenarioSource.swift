import Foundation

/// Where a scenario comes from.
enum ScenarioSource {
  case standardInput
  case file(String)

  func open() throws -> FileHandle {
    switch self {
    case .standardInput: return .standardInput
    case .file(let path):
      let files = FileManager.default
      guard files.fileExists(atPath: path) else { throw Stop("le fichier \(path) est introuvable") }
      // Only a directory goes on behind a stroke.
      guard !files.fileExists(atPath: path + "/") else { throw Stop("\(path) est un dossier") }
      guard let handle = FileHandle(forReadingAtPath: path) else { throw Stop("le fichier \(path) est illisible") }
      return handle
    }
  }
}
