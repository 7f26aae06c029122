import Testing
import WorkflowTesting

@Suite struct `A seeded generator` {
  /// The first outputs for the seed 1234567, as published with the reference implementation.
  @Test func `gives the reference sequence of SplitMix64`() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `says yes about as often as asked`() {
    var generator = SeededGenerator(seed: 7)
    let count = (0..<10_000).count { _ in generator.happens(250) }
    #expect((2_300...2_700).contains(count))
    #expect(!(0..<1_000).contains { _ in generator.happens(0) })
    #expect((0..<1_000).allSatisfy { _ in generator.happens(1000) })
  }
}
