public import Diagnostics
internal import Geometry

/// Reads what ``PrintRecordWriter`` wrote.
public enum PrintRecordReader {
    /// The record, from its parts joined. Throws where it is damaged.
    public static func read(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> PrintRecord {
        var reading = Reading(bytes)
        do throws(LineFault) {
            try reading.readPlaces()
        } catch {
            throw DiagnosticError(Diagnostic(.error, at: Place(file: file), error.message))
        }
        // A printed file tells by other means that it is whole.
        var rest = ReferenceReading(reading.rest, file: file, needsEnd: false)
        let reference = try rest.reference()
        return PrintRecord(reference: reference, placements: reading.placements, slug: reading.slug)
    }

    /// Takes the lines about places out; what is left is a reference.
    private struct Reading {
        private var line: LineScanner
        private var page: (number: Int, side: String)?
        private(set) var rest: [UInt8] = []
        private(set) var placements: [PrintRecord.Placement] = []
        private(set) var slug: Rect?

        init(_ bytes: [UInt8]) {
            line = LineScanner(bytes)
        }

        mutating func readPlaces() throws(LineFault) {
            let bytes = line.bytes
            var start = 0
            // Lines that go on together are copied together.
            var kept = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                line.start(start, end)
                if try readPlace() {
                    rest += bytes[kept..<start]
                    kept = min(end + 1, bytes.count)
                }
                start = end + 1
            }
            rest += bytes[kept...]
        }

        /// False for a line of the reference.
        private mutating func readPlace() throws(LineFault) -> Bool {
            if line.take("page") {
                line.space()
                let number = try line.integer("a page's number")
                line.space()
                page = (number, try line.name("a side"))
            } else if line.take("at") {
                line.space()
                guard let page else { throw line.fault("a card lies on no page") }
                let card = try line.name("a card's id")
                line.space()
                let box = try line.box()
                line.space()
                var turns = 0
                if !line.isAtEnd {
                    let degrees = try line.turn()
                    turns = ((Int(degrees / 90) % 4) + 4) % 4
                }
                placements.append(.init(page: page.number, side: page.side, card: card, box: box, turns: turns))
            } else if line.take("slug") {
                line.space()
                slug = try line.box()
            } else {
                return false
            }
            try line.finish()
            return true
        }
    }
}
