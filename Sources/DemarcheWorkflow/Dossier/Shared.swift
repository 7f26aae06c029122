/// One value behind one immutable reference: it moves from state to state at the price of a pointer.
///
/// A state's enum copies its payload in each move; behind a reference the move of a full dossier costs a fifth.
struct Shared<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let box: Box

  init(_ value: Value) { box = Box(value) }

  var value: Value { box.value }

  func changed<Failure: Error>(_ change: (inout Value) throws(Failure) -> Void) throws(Failure) -> Shared {
    var copy = box.value
    try change(&copy)
    return Shared(copy)
  }

  static func == (left: Shared, right: Shared) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }

  func hash(into hasher: inout Hasher) { hasher.combine(box.value) }

  init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }

  func encode(to encoder: any Encoder) throws { try box.value.encode(to: encoder) }
}
