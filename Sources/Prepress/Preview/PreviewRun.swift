internal import Artwork
internal import CardLayout
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Fonts
internal import Geometry
internal import Hyphenation
internal import Raster

/// A picture of one card, both faces side by side, without a sheet.
public struct PreviewRun: Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case png, svg }

    public enum Faces: String, Hashable, Sendable, CaseIterable { case front, back, both }

    let job: Job
    let card: String?
    let faces: Faces
    let format: Format

    /// `card` nil takes the deck's first.
    public init(_ job: Job, card: String?, faces: Faces, format: Format) {
        self.job = job
        self.card = card
        self.faces = faces
        self.format = format
    }

    /// Lays out the card and writes the picture. What is wrong with it, and why it could not be written, is in the outcome.
    public func run() -> Outcome {
        var outcome = Outcome()
        do {
            let setup = try StudioSetup(job, &outcome)
            defer { setup.studio.finish() }
            let index = try index(in: setup.deck.cards.map(\.id), file: setup.deck.file)
            let id = setup.deck.cards[index].id
            // Problems of other cards are not this preview's business.
            outcome.diagnostics.removeAll { $0.card != nil && $0.card != id }
            if case .file = job.destination { try Overwriting.refuse(job, [setup.deck]) }
            guard !outcome.hasErrors else { return outcome }
            let laidOut = setup.layouter.faces(of: setup.deck.cards[index], number: index + 1)
            outcome.diagnostics += laidOut.diagnostics + setup.fonts.diagnostics + setup.hyphenator.diagnostics
            guard !outcome.hasErrors else { return outcome }
            if faces == .back, laidOut.back == nil {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse, "template '\(setup.template.name)' leaves backs empty: there is none to show",
                        hint: "leave out --side, or choose a template with backs"))
            }
            let frame = frame(laidOut)
            let source = StudioPixels(studio: setup.studio, dpi: job.dpi)
            let bytes =
                switch format {
                case .png: try FrameRenderer.png(frame, dpi: job.dpi, area: .trim, pictures: source)
                case .svg: try FrameRenderer.svg(frame, dpi: job.dpi, area: .trim, pictures: source)
                }
            outcome.outputs = try write(bytes, deck: setup.deck.id, card: setup.deck.cards[index].id).map { [$0] } ?? []
        } catch {
            outcome.note(error)
        }
        return outcome
    }

    private func index(in ids: [String], file: String) throws(DiagnosticError) -> Int {
        guard let card else { return 0 }
        if let index = ids.firstIndex(of: card) { return index }
        throw DiagnosticError(
            Diagnostic(
                .missingInput, at: Place(file: file), "there is no card '\(card)' in the deck",
                hint: Suggestion.hint(for: card, among: ids)))
    }

    /// The faces wanted, side by side on a calm ground, corners rounded as if cut.
    private func frame(_ laidOut: CardFaces) -> Frame {
        let shown =
            switch faces {
            case .front: [laidOut.front.frame]
            case .back: laidOut.sides.dropFirst().map(\.face.frame)
            case .both: laidOut.sides.map(\.face.frame)
            }
        let edge = Length.mm(4)
        var items: [Item] = []
        var area = Rect(origin: .zero, size: .zero)
        for frame in shown {
            let x = area.width == .zero ? edge : area.width
            let outline = Path.roundedRect(frame.boxes.trim, radius: frame.boxes.cornerRadius)
            let offset = Point(x: x, y: edge)
            items.append(
                .group(
                    Group(
                        transform: .translation(offset), clip: outline,
                        items: [.path(PaintedPath(outline, fill: .white))] + frame.items)))
            items.append(
                .group(
                    Group(
                        transform: .translation(offset),
                        items: [
                            .path(PaintedPath(outline, stroke: .init(color: .gray(0.8), width: .pt(0.25))))
                        ])))
            area.size = Size(
                width: x + frame.boxes.trim.width + edge,
                height: max(area.height, frame.boxes.trim.height + edge * 2))
        }
        let ground = Item.path(PaintedPath(.rect(area), fill: .gray(0.95)))
        return Frame(boxes: PageBoxes(trim: area, bleed: area, safe: area), items: [ground] + items)
    }

    private func write(_ bytes: [UInt8], deck: String, card: String) throws -> String? {
        switch job.destination {
        case .nowhere: return nil
        case .standardOutput:
            try Output.write(bytes, to: Output.standardOutput, name: "standard output")
            return nil
        case .file(let path): return try Files.replace(path, with: bytes)
        case .folder(let folder):
            try Files.makeFolder(folder)
            return try Files.replace(Paths.join(folder, "\(deck)-\(card).\(format.rawValue)"), with: bytes)
        }
    }
}
