import DemarcheWorkflow
import Foundation

/// The town hall's counter in a terminal: plays a scenario against the whole library.
@main
struct Guichet {
  static func main() async {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      switch options.action {
      case .help: print(Options.help)
      case .orders: print(Order.manual)
      case .scenarios: try Resource.scenarios().forEach { print($0) }
      case .play(let source): try await play(source, options)
      }
    } catch {
      FileHandle.standardError.write(Data("guichet : \(error)\n".utf8))
      exit(2)
    }
  }

  private static func play(_ source: Options.Source, _ options: Options) async throws {
    let town = try TownHall(seed: options.seed)
    let printer = Printer(style: options.style, calendar: town.calendar, wordings: town.wordings)
    var player = Player(town, printer)
    _ = try await player.play(LineReader(try source.open()))
  }
}

/// What the command line asks for.
struct Options {
  enum Action {
    case help
    case orders
    case scenarios
    case play(Source)
  }

  enum Source {
    case standardInput
    case file(URL)

    func open() throws -> FileHandle {
      switch self {
      case .standardInput: .standardInput
      case .file(let url): try FileHandle(forReadingFrom: url)
      }
    }
  }

  struct Wrong: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var action: Action
  private(set) var style = Printer.Style.text
  private(set) var seed: UInt64 = 1

  init(_ arguments: [String]) throws {
    action = .play(.file(try Resource.scenario("faq")))
    var json = false
    var screens = false
    var messages = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": action = .help
      case "--orders": action = .orders
      case "--scenarios": action = .scenarios
      case "--json": json = true
      case "--screens": screens = true
      case "--messages": messages = true
      case "--seed":
        guard let text = rest.popFirst(), let number = UInt64(text) else { throw Wrong(description: "--seed NOMBRE") }
        seed = number
      case "-": action = .play(.standardInput)
      case _ where argument.hasPrefix("-"): throw Wrong(description: "option inconnue \(argument) ; voir --help")
      case _: action = .play(.file(try Self.file(argument)))
      }
    }
    if json { style = .json(screens: screens, messages: messages) }
  }

  /// A scenario that ships with the Guichet, by its name, or any file.
  private static func file(_ argument: String) throws -> URL {
    if try Resource.scenarios().contains(argument) { return try Resource.scenario(argument) }
    return URL(fileURLWithPath: argument)
  }

  static let help = """
    guichet [SCÉNARIO | FICHIER | -] [--json [--screens] [--messages]] [--seed N]

    Joue un scénario (JSON Lines) contre toute la bibliothèque, en mémoire ; sans argument, le parcours de la FAQ.

      --scenarios   les scénarios fournis
      --orders      les ordres qu’un scénario peut donner
      --json        un objet JSON par ligne ; --screens et --messages y ajoutent les écrans et les messages
      --seed N      la graine des nombres tirés au sort (1)
    """
}
