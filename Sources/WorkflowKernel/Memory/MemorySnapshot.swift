import Foundation

/// What a snapshot is made of; what cannot be read of a record is an error that names the record.
struct MemorySnapshot<Machine: StateMachine>: Codable {
  let records: [Row]
  let outbox: [Waiting]

  struct Row: Codable {
    let id: Machine.ID
    let state: Data
    let tags: [Tag]
    let claims: [Claim]
    let due: Date?
    let journal: [JournalEntry<Machine>]
  }

  struct Waiting: Codable {
    let key: EffectKey<Machine.ID>
    let effect: String
    let recorded: Date
    let attempts: Int
    let nextTry: Date
  }

  static func malformed(_ id: Machine.ID) -> UnreadableRecord {
    UnreadableRecord(format: Machine.format.name, version: nil, id: id.rawValue, problem: .malformed)
  }
}

extension MemorySnapshot.Row {
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(Machine.ID.self, forKey: .id)
    do {
      state = try container.decode(Data.self, forKey: .state)
      tags = try container.decode([Tag].self, forKey: .tags)
      claims = try container.decode([Claim].self, forKey: .claims)
      due = try container.decodeIfPresent(Date.self, forKey: .due)
      journal = try container.decode([JournalEntry<Machine>].self, forKey: .journal)
    } catch {
      throw MemorySnapshot<Machine>.malformed(id)
    }
  }
}

extension MemorySnapshot.Waiting {
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    key = try container.decode(EffectKey<Machine.ID>.self, forKey: .key)
    do {
      effect = try container.decode(String.self, forKey: .effect)
      recorded = try container.decode(Date.self, forKey: .recorded)
      attempts = try container.decode(Int.self, forKey: .attempts)
      nextTry = try container.decode(Date.self, forKey: .nextTry)
    } catch {
      throw MemorySnapshot<Machine>.malformed(key.id)
    }
  }
}
