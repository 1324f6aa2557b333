import Diagnostics
import DisplayList
import Geometry
import Testing

@testable import Snapshots

@Suite("The snapshot file")
struct ReferenceFileTests {
    @Test("what is written is read back, to the last hundredth", arguments: 1...120)
    func roundTrip(seed: Int) throws {
        var random = RandomReference(seed: UInt64(seed))
        let reference = random.reference()
        let text = ReferenceWriter.text(reference)
        let read = try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot")
        let again = ReferenceWriter.text(read)
        #expect(again.utf8.elementsEqual(text.utf8))
        for (card, written) in zip(read.cards, reference.cards) {
            for (face, written) in zip(card.faces, written.faces) {
                for (item, written) in zip(face.items, written.items) where item != written {
                    Issue.record("\(written) is read as \(item)")
                }
            }
        }
        let isSame = read == reference
        #expect(isSame)
    }
}
