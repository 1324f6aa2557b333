internal import Artwork
internal import CardLayout
internal import Cutting
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Geometry
internal import Imposition

/// The lines that a cutting machine follows: a drawing for each sheet that differs, in each format that is asked for.
struct CutFiles {
    private let job: Job
    private var sheets: [(drawing: CutDrawing, numbers: [Range<Int>])] = []
    /// Outlines of stickers on their cards, by the stickers' pictures.
    private var outlines: [PlacedPicture: [CutPath]] = [:]
    /// Cards without a sticker that can be cut out, by deck and number.
    private var bare: Set<PrintQueue.Printed> = []

    /// Nil where no cut lines are asked for.
    init?(_ job: Job, _ setup: RunSetup) {
        guard !job.cutLines.isEmpty, job.destination != .nowhere, setup.queue.count > 0 else { return nil }
        self.job = job
        guard job.cut != .sticker else { return }
        for kind in setup.plan.sheets.indices {
            let numbers = setup.plan.sheetNumbers(of: kind)
            if !numbers.isEmpty { add(CutDrawing(setup.plan, sheet: kind, kind: job.cut), numbers) }
        }
    }

    private mutating func add(_ drawing: CutDrawing, _ numbers: [Range<Int>]) {
        if let index = sheets.firstIndex(where: { $0.drawing == drawing }) {
            sheets[index].numbers += numbers
        } else {
            sheets.append((drawing, numbers))
        }
    }

    /// Traces the stickers of a sheet, if they are what is cut. Throws what the studio gives cause for.
    mutating func add(_ sheet: SheetFaces, _ setup: RunSetup) throws {
        guard job.cut == .sticker, let front = setup.plan.pages(ofSheet: sheet.sheet).first,
            let kind = setup.plan.kind(ofSheet: sheet.sheet)
        else { return }
        var drawing = CutDrawing(setup.plan, sheet: kind, kind: .sticker)
        let printed = sheet.byNumber
        for placement in front.placements where placement.side == .front {
            guard let card = printed[placement.face] else { continue }
            guard let (sticker, transform) = Self.sticker(in: card.faces.front.frame.items) else {
                var card = card.card
                card.copy = 0
                bare.insert(card)
                continue
            }
            let paths = try outlines[sticker] ?? Self.trace(sticker, setup)
            outlines[sticker] = paths
            drawing.paths[.cut, default: []] += paths.map {
                $0.mapped(by: transform.then(placement.transform))
            }
        }
        add(drawing, [sheet.sheet..<sheet.sheet + 1])
    }

    /// The picture with a sticker's silhouette, and the map from its coordinates to the face's: the uppermost one of pixels, as drawings lie on a backing of pixels.
    private static func sticker(in items: [Item], _ transform: Transform = .identity) -> (PlacedPicture, Transform)? {
        for case .group(let group) in items {
            let own = group.transform.then(transform)
            if case .art("sticker", _, _) = group.role {
                let pictures = group.items.compactMap { item -> PlacedPicture? in
                    guard case .picture(let placed) = item, placed.picture.kind == .raster else { return nil }
                    return placed
                }
                return pictures.last.map { ($0, own) }
            }
            if let found = sticker(in: group.items, own) { return found }
        }
        return nil
    }

    private static func trace(_ sticker: PlacedPicture, _ setup: RunSetup) throws -> [CutPath] {
        // Finer than any picture is prepared: its own pixels.
        let image = try setup.studio.pixels(of: sticker.picture, at: 4800, size: sticker.area.size)
        let opacities = stride(from: 3, to: image.pixels.count, by: 4).map { image.pixels[$0] }
        return Contour.trace(opacities, columns: image.width, rows: image.height, over: sticker.area)
    }

    /// What is worth saying about cards that are not cut out.
    func diagnostics(_ setup: RunSetup) -> [Diagnostic] {
        bare.sorted { ($0.deck, $0.card) < ($1.deck, $1.card) }.map { printed in
            let deck = setup.stages[printed.deck].deck
            return Diagnostic(
                .warning, at: Place(file: deck.file), card: deck.cards[printed.card].id, field: "sticker",
                "has no sticker to cut out", hint: "--cut card cuts along the card's edge")
        }
    }

    /// The files, written but not yet in their places. Throws `DiagnosticError` where one would replace what is read, and `FileError`.
    func written(_ setup: RunSetup) throws -> [PendingFile] {
        var outputs: [(path: String, bytes: [UInt8])] = []
        for path in job.cutLines {
            guard let format = CutFormat(path: path) else { continue }
            for (index, sheet) in sheets.enumerated() {
                let name = sheets.count == 1 ? path : Self.numbered(path, index + 1)
                outputs.append((name, format.bytes(sheet.drawing, title: title(sheet.numbers, setup))))
            }
        }
        try Overwriting.refuse(
            outputs.map { ("the cut lines", $0.path) },
            inputs: setup.stages.flatMap { Overwriting.inputs(of: $0.deck) }, owner: " of the deck")
        return try outputs.map { try PendingFile(path: $0.path, bytes: $0.bytes) }
    }

    /// `cards.svg` as `cards-2.svg`.
    private static func numbered(_ path: String, _ number: Int) -> String {
        guard let dot = path.lastIndex(of: ".") else { return "\(path)-\(number)" }
        return "\(path[..<dot])-\(number)\(path[dot...])"
    }

    private func title(_ numbers: [Range<Int>], _ setup: RunSetup) -> String {
        let list = numbers.map { $0.count == 1 ? "\($0.upperBound)" : "\($0.lowerBound + 1)–\($0.upperBound)" }
            .joined(separator: ", ")
        let isOne = numbers.count == 1 && numbers[0].count == 1
        let parts = [
            setup.dressing.deckTitle,
            "\(isOne ? "sheet" : "sheets") \(list) of \(setup.plan.sheetCount)", setup.dressing.sheet,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
