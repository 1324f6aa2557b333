internal import DeckModel
internal import Diagnostics

/// Says which of a card's pictures have too few pixels for their largest place on the card: once a picture, not once a face.
enum SoftPictures {
    /// Below this many source pixels per printed inch a picture looks soft on paper.
    static let leastPixelsPerInch = 150.0

    static func warnings(_ pictures: [PlacedArt], of card: Card) -> [Diagnostic] {
        [("sticker", card.sticker), ("photo", card.photo)].compactMap { field, file in
            guard let file,
                let density = pictures.filter({ $0.field == field }).compactMap(\.pixelsPerInch).min(),
                density < leastPixelsPerInch
            else { return nil }
            return Diagnostic(
                .warning, at: Place(file: card.file, line: Int(file.line), column: Int(file.column)), card: card.id,
                field: field,
                "'\(file.relative)' has only \(Int(density.rounded())) pixels per inch at its printed size and will look soft",
                hint: "a picture \(factor(leastPixelsPerInch / density)) times as large each way would do")
        }
    }

    private static func factor(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
