internal import FileAccess

/// The folder of picture references of a deck.
struct PictureReferences {
    let files: SnapshotFiles

    /// Pixels an inch: enough to see a letter change, small enough to keep.
    static let dpi = 150.0
    static let sides = ["front", "back"]

    var exist: Bool { FileStatus(path: files.pictures)?.kind == .folder }

    /// A side's picture as it was recorded; nil where there is none that can be read.
    func read(card: String, side: String) -> [UInt8]? {
        try? Files.read(files.picture(card: card, side: side), limit: 1 << 28)
    }

    /// Writes both sides of the cards; those that are there stay unless they are to be replaced. Throws ``FileError``, or what the renderer throws.
    func write(_ cards: [String], of deck: RecordedDeck, replacing: Bool) throws {
        guard !cards.isEmpty else { return }
        try Files.makeFolder(files.pictures)
        for card in cards {
            for side in Self.sides {
                let path = files.picture(card: card, side: side)
                guard replacing || FileStatus(path: path) == nil,
                    let bytes = try deck.png(card: card, side: side, dpi: Self.dpi)
                else { continue }
                _ = try Files.replace(path, with: bytes)
            }
        }
    }

    /// Pictures in the folder of cards that are none of these, by card, in the order of their names.
    func unused(besides cards: Set<String>) -> [(card: String, path: String)] {
        guard exist, let names = try? Files.list(files.pictures) else { return [] }
        return names.compactMap { name in
            for side in Self.sides where name.hasSuffix("-\(side).png") {
                let card = String(name.dropLast(side.count + 5))
                return cards.contains(card) ? nil : (card, Paths.join(files.pictures, name))
            }
            return nil
        }
    }
}
