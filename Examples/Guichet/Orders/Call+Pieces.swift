import DemarcheWorkflow
import Foundation

extension Call {
  /// The longest upload that the counter reads; a web host stops there too, before any rule is asked.
  private static let uploadBytesMax = 10_000_000

  /// Supplies a piece: its bytes are kept first, and erased when the order is refused or a repeat.
  func supply(in town: TownHall) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    let upload = ContentID(town.random.draw { String(UInt64.random(in: 0...UInt64.max, using: &$0), radix: 16) })
    let name = try arguments.string("name")
    let bytes = try uploaded()
    let file = PieceFile(
      upload, name: name, mediaType: MediaType(try arguments.string("type")), bytes: bytes.count,
      digest: Digest(sha256: bytes), issued: arguments.optionalDay("issued"))
    try await town.contents.store(bytes, as: upload, of: id)
    do {
      let order = DemarcheEvent.supplyPiece(PieceKey(try arguments.string("piece")), file)
      let answer = try await self.answer(to: order, of: id, in: town)
      if answer.isRepeat { try await town.contents.erase(upload, of: id) }
      return outcome(of: answer, of: id, saying: "Pièce fournie\u{A0}: \(name).")
    } catch let refusal as any ExplainableRefusal {
      try await town.contents.erase(upload, of: id)
      throw refusal
    }
  }

  /// What the line gives, or so many bytes made for it.
  private func uploaded() throws(LineFault) -> Data {
    if let text = arguments.optionalString("text") { return Data(text.utf8) }
    return Data(repeating: UInt8(ascii: "."), count: min(max(try arguments.integer("bytes"), 0), Self.uploadBytesMax))
  }

  /// The bytes of a piece, for whoever may read the démarche; an agent's reading is journaled.
  func download(in town: TownHall) async throws -> Outcome {
    let id = DemarcheID(try arguments.string("id"))
    let piece = try arguments.string("piece")
    guard let file = try await dossier(of: id, in: town)?.file(of: PieceKey(piece)),
      let bytes = try await town.contents.bytes(of: file.content.value, of: id)
    else { throw LineFault.unknownThing("Le contenu de la pièce", piece) }
    guard Digest(sha256: bytes) == file.digest else { throw LineFault.outOfOrder }
    return Outcome(
      [
        "name": .string(file.name.value), "bytes": .integer(bytes.count),
        "text": JSONValue(String(validating: bytes, as: UTF8.self)),
      ], "\(file.name.value), \(bytes.count.counted("octet", "octets")).")
  }

  private func dossier(of id: DemarcheID, in town: TownHall) async throws -> Dossier? {
    switch context.principal {
    case .visitor, .citizen: try await CitizenDesk(town.demarches).read(id, as: context.principal)?.state.dossier
    case .agent, .system: try await AgentDesk(town.demarches).read(id, in: context).state.dossier
    }
  }

  /// What the storage of pieces still holds of a démarche: names and sizes of uploads, no content.
  func contents(in town: TownHall) async throws -> Outcome {
    guard case .system = context.principal else { throw DemarcheRefusal.notAllowed(.consult) }
    let kept = town.contents.kept(of: DemarcheID(try arguments.string("id")))
    return Outcome(
      [
        "contents": .array(
          kept.map { ["content": .string($0.content.rawValue), "bytes": .integer($0.bytes)] })
      ],
      kept.isEmpty
        ? "Aucun fichier n’est gardé." : kept.count.counted("fichier gardé", "fichiers gardés") + ".")
  }
}

extension Dossier {
  fileprivate func file(of key: PieceKey) -> PieceFile? {
    switch pieces.first(where: { $0.key == key })?.status {
    case .supplied(.file(let file), _), .accepted(.file(let file), _): file
    case .supplied(.paper, _), .accepted(.paper, _), .awaited, .announced, .refused, .outdated, .waived, nil: nil
    }
  }
}
