import Testing

@testable import Prepress

@Suite("The queue of cards: which card has which number")
struct PrintQueueTests {
    @Test("sizes, decks, sets and copies follow one another, and each number is found again")
    func order() {
        let queue = PrintQueue(
            [(copies: [1, 2], format: 1), (copies: [0, 1], format: 0), (copies: [2], format: 1)], sets: 2)
        #expect(queue.counts == [2, 10])
        let all = (0..<queue.count).map { queue.card(at: $0) }
        #expect(all.map(\.deck) == [1, 1, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2])
        #expect(all.map(\.card) == [1, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0])
        #expect(all.map(\.copy) == [0, 1, 0, 0, 1, 1, 2, 3, 0, 1, 2, 3])
        #expect(Set(all).count == all.count)
        for (number, printed) in all.enumerated() {
            #expect(queue.numbers(deck: printed.deck, card: printed.card)[printed.copy] == number)
        }
        #expect(queue.numbers(deck: 1, card: 0).isEmpty)
    }

    @Test("decks without a card to print are passed over")
    func empty() {
        let queue = PrintQueue([(copies: [0], format: 0), (copies: [1], format: 0), (copies: [], format: 0)], sets: 1)
        #expect(queue.count == 1)
        #expect(queue.card(at: 0) == PrintQueue.Printed(deck: 1, card: 0, copy: 0))
    }
}
