import Foundation

/// What the command line asks for.
struct Options {
  enum Action {
    case help
    case orders
    case scenarios
    case play(ScenarioSource)
  }

  let action: Action
  let style: Printer.Style
  private(set) var isStrict = false
  private(set) var seed: UInt64 = 1

  init(_ arguments: [String]) throws {
    var actions: [Action] = []
    var json = false
    var screens = false
    var messages = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h": actions = [.help]; rest = []
      case "--orders": actions.append(.orders)
      case "--scenarios": actions.append(.scenarios)
      case "--json": json = true
      case "--screens": screens = true
      case "--messages": messages = true
      case "--strict": isStrict = true
      case "--seed":
        guard let text = rest.popFirst(), let number = UInt64(text) else {
          throw Stop("--seed attend un nombre entier, comme --seed 7")
        }
        seed = number
      case "-": actions.append(.play(.standardInput))
      case _ where argument.hasPrefix("-"): throw Stop("option inconnue \(argument)\u{A0}; voir --help")
      case _: actions.append(.play(try Self.file(argument)))
      }
    }
    guard actions.count <= 1 else {
      throw Stop("une seule chose à la fois\u{A0}: un scénario, --orders ou --scenarios")
    }
    guard json || !screens && !messages else { throw Stop("--screens et --messages ne vont qu’avec --json") }
    action = try actions.first ?? .play(Self.file("faq"))
    style = json ? .json(screens: screens, messages: messages) : .text
  }

  /// A scenario that ships with the Guichet, by its name, or any file.
  private static func file(_ argument: String) throws -> ScenarioSource {
    if try Resource.scenarios().contains(argument) { return .file(try Resource.scenario(argument).path) }
    return .file(argument)
  }

  static let help = """
    guichet [SCÉNARIO | FICHIER | -] [--json [--screens] [--messages]] [--strict] [--seed N]

    Joue un scénario (JSON Lines) contre toute la bibliothèque, en mémoire\u{A0}; sans argument, le parcours de la FAQ.

      --scenarios   les scénarios fournis
      --orders      les ordres qu’un scénario peut donner
      --json        un objet JSON par ligne\u{A0}; --screens et --messages y ajoutent les écrans et les messages
      --strict      finit par 1 quand une ligne a été refusée
      --seed N      la graine des nombres tirés au sort (1)

    Finit par 0 quand tout le scénario a été joué, par 1 avec --strict quand une ligne a été refusée, et par 2 quand il
    n’a pas pu l’être\u{A0}: option inconnue, fichier introuvable, sortie fermée.
    """
}
