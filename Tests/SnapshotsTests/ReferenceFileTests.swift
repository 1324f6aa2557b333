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
        #expect(read == reference)
        #expect(ReferenceWriter.text(read) == text)
        #expect(text.utf8.elementsEqual(ReferenceWriter.text(read).utf8))
    }
}
