internal import Artwork
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// Below this many source pixels per printed inch a picture looks soft on paper.
    static let softPixelsPerInch = 150.0

    /// Prepares the stickers of the face, by element name, and takes the face's colour from them.
    mutating func prepareStickers() -> [String: PreparedSticker] {
        guard let file = content.card.sticker else { return [:] }
        var prepared: [String: PreparedSticker] = [:]
        for element in arrangement.elements {
            guard case .sticker(let sticker) = element.kind else { continue }
            let style = StickerStyle(border: sticker.border, shadow: sticker.hasShadow, fillShare: sticker.fill)
            do {
                let result = try layouter.studio.sticker(file.absolute, in: element.box.size, style: style)
                prepared[element.name] = result
                if let color = result.mainColor { mainColor = color }
                thing = .around(result.visibleShare, sourceAspect: result.sourceAspect)
            } catch {
                report(
                    .error, field: "sticker", line: file.line, column: file.column,
                    "'\(file.relative)' \(error.message)",
                    hint: error.hint)
            }
        }
        return prepared
    }

    mutating func place(_ sticker: PreparedSticker, in box: Rect) {
        for layer in sticker.layers {
            items.append(.picture(PlacedPicture(layer.picture, area: layer.area.moved(by: box.origin))))
        }
        let outline = sticker.outline.moved(by: box.origin)
        pictures.append(PlacedArt(field: "sticker", pixelsPerInch: sticker.printedPixelsPerInch, box: outline))
        guard let file = content.card.sticker else { return }
        warnIfSoft(sticker.printedPixelsPerInch, field: "sticker", file: file)
        for note in sticker.notes {
            report(.warning, field: "sticker", line: file.line, column: file.column, "'\(file.relative)' \(note)")
        }
    }

    mutating func warnIfSoft(_ pixelsPerInch: Double?, field: String, file: AssetPath) {
        guard let pixelsPerInch, pixelsPerInch < Self.softPixelsPerInch else { return }
        report(
            .warning, field: field, line: file.line, column: file.column,
            "'\(file.relative)' has only \(Int(pixelsPerInch.rounded())) pixels per inch at its printed size and will look soft",
            hint: "a picture \(Self.factor(Self.softPixelsPerInch / pixelsPerInch)) times as large each way would do")
    }

    private static func factor(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
