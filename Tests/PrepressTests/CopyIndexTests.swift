import Testing

@testable import Prepress

@Suite("Copies: which card is the n-th printed one")
struct CopyIndexTests {

    @Test("each card comes as often as it has copies, in the deck's order")
    func order() {
        let index = CopyIndex([0, 2, 1, 0, 3, 0])
        #expect(index.count == 6)
        #expect((0..<6).map { index.card(at: $0).card } == [1, 1, 2, 4, 4, 4])
        #expect((0..<6).map { index.card(at: $0).copy } == [0, 1, 0, 0, 1, 2])
        #expect(index.copies(of: 4) == 3..<6)
        #expect(index.copies(of: 3).isEmpty)
    }

    @Test("no card, or none with copies, is none to print")
    func none() {
        #expect(CopyIndex([]).count == 0)
        #expect(CopyIndex([0, 0]).count == 0)
    }
}
