public import WorkflowKernel

/// A service of the town as citizens reach it; the acknowledgement names it (F32).
public struct ServiceDesk: Hashable, Sendable {
  /// The service.
  public var id: ServiceID
  /// What the citizen reads: "Service état civil".
  public var label: String
  /// Where to write and come.
  public var address: Address
  /// The telephone number, as it is printed.
  public var telephone: String
  /// The e-mail address.
  public var email: String

  /// Describes a service.
  public init(id: ServiceID, label: String, address: Address, telephone: String, email: String) {
    self.id = id
    self.label = label
    self.address = address
    self.telephone = telephone
    self.email = email
  }
}

extension ServiceDesk {
  /// Whether it says what an acknowledgement must: a name, where to write, a telephone number (CRPA R112-11-1).
  var isReachable: Bool {
    !label.isBlank && !telephone.isBlank && address.isComplete(in: .anywhere)
  }
}

extension ServiceDesk: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, label, address, telephone, email
  }

  /// Reads a service; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ServiceID.self, forKey: .id),
      label: try container.decode(String.self, forKey: .label),
      address: try container.decode(Address.self, forKey: .address),
      telephone: try container.decode(String.self, forKey: .telephone),
      email: try container.decode(String.self, forKey: .email)
    )
  }
}
