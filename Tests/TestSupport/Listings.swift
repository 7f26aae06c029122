/// Listings of the documentation that must stand, compiled, in a test.
public enum Listings: Sendable {
  /// Looks for each Swift listing of a page, line by line, in files of the tests.
  ///
  /// Indentation and empty lines do not count, nor do the expectations between the lines of the tests.
  public static func check(_ page: String, compiledIn files: String...) throws {
    let code = try files.map { lines(of: try Golden.read($0)[...]) }
    let listings = try texts(of: page).map(lines)
    if listings.isEmpty { throw ListingMismatch(description: "\(page) has no listing") }
    for listing in listings where !code.contains(where: { $0.contains(listing) }) {
      throw ListingMismatch(description: "\(page): no test compiles the listing that begins \(listing.prefix(2))")
    }
  }

  /// The source files that the Swift listings of a page are: one that begins with its imports begins a file.
  public static func files(of page: String) throws -> [String] {
    try texts(of: page).reduce(into: []) { files, listing in
      if listing.hasPrefix("import ") {
        files.append(String(listing))
      } else if let file = files.popLast() {
        files.append(file + "\n" + listing)
      }
    }
  }

  private static func texts(of page: String) throws -> [Substring] {
    try Golden.read(page).split(separator: "```swift\n").dropFirst()
      .map { $0.prefix(upTo: $0.firstRange(of: "```")?.lowerBound ?? $0.endIndex) }
  }

  private static func lines(of text: Substring) -> [String] {
    text.split(separator: "\n")
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#expect") }
      .map(String.init)
  }
}

/// A listing of the documentation and the code disagree.
public struct ListingMismatch: Error, CustomStringConvertible {
  /// Which listing.
  public let description: String
}
