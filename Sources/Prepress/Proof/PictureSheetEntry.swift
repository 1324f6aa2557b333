internal import Proofing

/// One cell of a picture sheet: a side that differs with its pictures, or what is told of a card in words alone.
struct PictureSheetEntry {
    var name: String
    /// `back, changed`.
    var note: String
    var sentences: [String]
    /// In the order old, new, difference; nil where there is none.
    var pictures: [[UInt8]?]

    /// A cell a side, in the report's order.
    static func all(_ report: ProofReport) -> [PictureSheetEntry] {
        report.items.singled.flatMap { item in
            let state = item.stateName(noun: report.noun)
            let sides = item.pictures.filter { $0.old != nil || $0.new != nil }
            guard !sides.isEmpty else {
                return [
                    PictureSheetEntry(
                        name: item.name, note: state, sentences: item.findings.flatMap(\.sentences),
                        pictures: [nil, nil, nil])
                ]
            }
            return sides.map { side in
                PictureSheetEntry(
                    name: item.name, note: side.side.isEmpty ? state : "\(side.side), \(state)",
                    sentences: item.findings.filter { $0.side == side.side }.flatMap(\.sentences),
                    pictures: [side.old, side.new, side.difference])
            }
        }
    }
}
