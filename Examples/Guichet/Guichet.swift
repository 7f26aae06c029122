import Foundation

/// The town hall's counter in a terminal: plays a scenario against the whole library.
@main
struct Guichet {
  /// How it ends, for the shell.
  private enum Status: Int32 {
    case played = 0
    case refused = 1
    case stopped = 2
  }

  static func main() async {
    // A reader that has seen enough ends the Guichet in silence, even where the parent ignores the signal.
    signal(SIGPIPE, SIG_DFL)
    do {
      exit(try await run(try Options(Array(CommandLine.arguments.dropFirst()))).rawValue)
    } catch {
      Console.complain("\(error)")
      exit(Status.stopped.rawValue)
    }
  }

  private static func run(_ options: Options) async throws -> Status {
    switch options.action {
    case .help: try Console.write(Options.help + "\n")
    case .orders: try Console.write(Order.manual + "\n")
    case .scenarios: try Console.write(Resource.scenarios().map { $0 + "\n" }.joined())
    case .play(let source):
      let input = try source.open()
      let town = try TownHall(seed: options.seed)
      var player = Player(town, Printer(style: options.style, calendar: town.calendar, wordings: town.wordings))
      let refused = try await player.play(LineReader(input))
      if options.isStrict, refused > 0 { return .refused }
    }
    return .played
  }
}

/// Why the Guichet stops before the end, in words.
struct Stop: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
