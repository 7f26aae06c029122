import WorkflowKernel

extension Catalogue {
  static func problems(
    themes: [Theme], services: [ServiceDesk], procedures: [Procedure]
  ) -> [DefinitionProblem] {
    var inspection = Inspection()
    inspection.check(themes, at: Place.root["themes"])
    inspection.check(services, at: Place.root["services"])
    let place = Place.root["procedures"]
    inspection.notEmpty(procedures, at: place)
    var revisions: Set<Procedure.Reference> = []
    for (index, procedure) in procedures.enumerated() {
      if !revisions.insert(procedure.reference).inserted {
        inspection.note(.duplicate("\(procedure.id) \(procedure.revision)"), at: place[index]["revision"])
      }
      if !themes.contains(where: { $0.id == procedure.theme }) {
        inspection.note(.unknownTheme(procedure.theme), at: place[index]["theme"])
      }
      if !services.contains(where: { $0.id == procedure.service }) {
        inspection.note(.unknownService(procedure.service), at: place[index]["service"])
      }
      inspection.check(procedure, at: place[index])
    }
    return inspection.problems
  }
}

extension Inspection {
  fileprivate mutating func check(_ themes: [Theme], at place: Place) {
    notEmpty(themes, at: place)
    keys(themes.map(\.id.rawValue), named: "id", in: place)
    for (index, theme) in themes.enumerated() { label(theme.label, at: place[index]["label"]) }
  }

  fileprivate mutating func check(_ services: [ServiceDesk], at place: Place) {
    notEmpty(services, at: place)
    keys(services.map(\.id.rawValue), named: "id", in: place)
    for (index, service) in services.enumerated() {
      let place = place[index]
      label(service.label, at: place["label"])
      // It is printed as it stands, so it stands as it would be kept.
      if !service.address.isComplete(in: .france) || service.address != service.address.tidied {
        note(.address, at: place["address"])
      }
      if Telephone(service.telephone) == nil { note(.telephone, at: place["telephone"]) }
      if EmailAddress(service.email) == nil { note(.email, at: place["email"]) }
    }
  }
}
