/// Where a host has its database, these tests have none: the adapter of the documentation is compiled, not run.
enum TestDatabase {
  static let isThere = false

  static func empty() async throws -> any Database { throw NoDatabase() }

  /// A new connection to the same database.
  static func reopened(_ database: any Database) async throws -> any Database { throw NoDatabase() }

  private struct NoDatabase: Error {}
}
