import Diagnostics
import Geometry
import Testing

@testable import Snapshots

@Suite("What a print tells of its cards")
struct PrintRecordTests {
    @Test("Parts written one by one are read back joined, to the last hundredth", arguments: 1...40)
    func roundTrip(seed: Int) throws {
        var random = RandomReference(seed: UInt64(seed))
        let reference = random.reference()
        let slug = Rect(x: .mm(10), y: .mm(289), width: .mm(190), height: .mm(3))
        var bytes = PrintRecordWriter.head(reference.look, slug: slug)
        var placements: [PrintRecord.Placement] = []
        for (index, card) in reference.cards.enumerated() {
            let own = ["front", "back"].enumerated().map { side, name in
                PrintRecord.Placement(
                    page: 2 * index + side + 1, side: name, card: card.id,
                    box: Rect(x: .mm(10.5), y: .mm(Double(index)), width: .mm(63), height: .mm(88)), turns: index % 4)
            }
            bytes += PrintRecordWriter.part([card], look: reference.look, placements: own)
            placements += own
        }
        let read = try PrintRecordReader.read(bytes, file: "cards.pdf")
        let isSame = read.reference == reference
        #expect(isSame)
        #expect(read.placements == placements)
        #expect(read.slug == slug)
    }

    @Test("Damaged ones are refused", arguments: ["at cup 1,2 3x4", "page x", "page 1 front\nat cup 1,2", "what?"])
    func damaged(line: String) {
        let bytes = PrintRecordWriter.head(SampleReference.look, slug: nil) + Array("\(line)\n".utf8)
        #expect(throws: DiagnosticError.self) { try PrintRecordReader.read(bytes, file: "cards.pdf") }
    }
}
