internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Geometry
internal import QRCode

extension FaceComposer {
    mutating func compose(_ code: Element.Code, in box: Rect) {
        switch code.content {
        case .card:
            guard let address = content.card.address else { return }
            let speaks = code.hasSpeaker && content.card.words.contains { $0.audio != nil }
            placeCode(address, in: box, field: "link", hasSpeaker: speaks)
        case .audio:
            guard let word = content.headword, let address = word.audioAddress else { return }
            placeCode(address, in: box, field: "words.\(word.language).audio", hasSpeaker: code.hasSpeaker)
        }
    }

    /// A QR code on its white panel, with a link over it.
    mutating func placeCode(_ address: String, in box: Rect, field: String, hasSpeaker: Bool) {
        let symbol: QRSymbol
        do {
            symbol = try QREncoder.encode(address)
        } catch {
            report(
                .error, field: field, "the address is too long for a QR code (\(address.utf8.count) bytes)",
                hint: "use a shorter link")
            return
        }
        let module = QRSizing.moduleSize(symbol, box: box.size)
        switch QRSizing.verdict(symbol, box: box.size) {
        case .good, .small: break
        case .tooSmall(let advice):
            let shorter = advice.longestMessage.map {
                "an address of at most \($0) bytes (this has \(address.utf8.count)), or "
            }
            report(
                .warning, field: field,
                "the QR code's modules are \(Self.millimetres(advice.module)) mm wide; under 0.4 mm many cameras fail",
                hint: "use \(shorter ?? "")a code \(Self.millimetres(advice.boxSide)) mm wide, as on a larger template")
        }
        let placed = QRSizing.placed(symbol, in: box)
        let panel = placed.white.inset(by: .mm(-0.4))
        paint(as: .code(field: field)) {
            $0.items.append(.path(PaintedPath(.roundedRect(panel, radius: .mm(1)), fill: .white)))
            $0.items.append(.matrix(placed.matrix))
            $0.items.append(.link(Link(area: placed.white, address: address)))
        }
        codes.append(
            PlacedCode(
                content: address, version: symbol.version, level: symbol.level.letter, module: module,
                box: placed.white))
        if hasSpeaker { placeSpeaker(beside: panel) }
    }

    /// A tiny loudspeaker above the code's left edge, where no word comes.
    private mutating func placeSpeaker(beside panel: Rect) {
        let unit = Length.mm(0.55)
        let origin = Point(x: panel.minX + unit, y: panel.minY - unit * 4.6)
        func at(_ x: Double, _ y: Double) -> Point { Point(x: origin.x + unit * x, y: origin.y + unit * y) }
        let body = Path([
            .move(at(0, 1.3)), .line(at(1, 1.3)), .line(at(2.3, 0.2)), .line(at(2.3, 3.8)), .line(at(1, 2.7)),
            .line(at(0, 2.7)), .close,
        ])
        items.append(.path(PaintedPath(body, fill: palette.quiet)))
        let wave = PaintedPath.Stroke(color: palette.quiet, width: unit * 0.42)
        for reach in [0.0, 0.9] {
            let path = Path([
                .move(at(3 + reach, 1.1 - reach * 0.6)),
                .curve(
                    at(3.6 + reach * 1.3, 1.6 - reach * 0.4), at(3.6 + reach * 1.3, 2.4 + reach * 0.4),
                    at(3 + reach, 2.9 + reach * 0.6)),
            ])
            items.append(.path(PaintedPath(path, stroke: wave)))
        }
    }

    static func millimetres(_ length: Length) -> String {
        let hundredths = Int((length.millimetres * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
