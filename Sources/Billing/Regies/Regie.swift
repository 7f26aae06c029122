public import WorkflowKernel

/// A régie: collects receipts for one budget, for the account of the public accountant (CGCT R1617-1 to R1617-18).
///
/// What it may collect is exhaustively listed in its founding act; collecting anything else is *gestion de fait*. So a
/// régie makes its own invoices, see ``invoice(_:of:amount:issuedOn:subject:paidOn:)``, and takes money for no others
/// (F47).
public struct Regie: Hashable, Sendable, Codable {
  /// Which régie it is.
  public let id: RegieID
  /// Its name, as citizens read it: « Régie Ville ».
  public let name: String
  /// The budget it collects for.
  ///
  /// The town and its CCAS have separate ones.
  public let budget: Budget
  /// The internal service whose agents see and resolve what goes wrong with its payments.
  public let service: ServiceID
  /// Its own contract with the payment gateway.
  public let contract: GatewayContract
  /// The kinds of receipts its founding act lists.
  public let collectable: [ReceiptKind]

  /// Describes a régie as its founding act does.
  public init(
    id: RegieID, name: String, budget: Budget, service: ServiceID, contract: GatewayContract, collectable: [ReceiptKind]
  ) {
    self.id = id
    self.name = name
    self.budget = budget
    self.service = service
    self.contract = contract
    self.collectable = collectable
  }

  /// Whether the founding act lists a kind of receipt, by whatever name citizens read.
  func collects(_ kind: ReceiptKind) -> Bool {
    collectable.contains { $0.code == kind.code && $0.service == kind.service }
  }
}

extension Sequence<Regie> {
  /// The régies by their identifiers; one that is described in two ways is none, for nobody could tell which is meant.
  var byID: [RegieID: Regie] {
    Dictionary(grouping: self, by: \.id).compactMapValues { Set($0).count == 1 ? $0.first : nil }
  }
}

/// A public budget: the town's, or the one of a body of its own such as the CCAS (CASF L123-6).
public struct Budget: Hashable, Sendable, Codable {
  /// The body the budget is of, as citizens read it.
  public let holder: String

  /// Names the holder of a budget.
  public init(holder: String) {
    self.holder = holder
  }
}

/// One kind of receipt that a founding act lists: « restauration scolaire ».
public struct ReceiptKind: Hashable, Sendable, Codable {
  /// A short stable code, unique within the régie.
  public let code: String
  /// The service it pays for.
  public let service: BillableService
  /// The name citizens read.
  public let label: String

  /// Describes a kind of receipt.
  public init(code: String, service: BillableService, label: String) {
    self.code = code
    self.service = service
    self.label = label
  }
}
