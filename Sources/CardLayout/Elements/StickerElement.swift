internal import Artwork
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Geometry

extension FaceComposer {
    /// Prepares the stickers of the face, by element name, and takes the face's colour from them.
    mutating func prepareStickers() -> [String: PreparedSticker] {
        guard let file = content.card.sticker else { return [:] }
        var prepared: [String: PreparedSticker] = [:]
        for element in arrangement.elements {
            guard case .sticker(let sticker) = element.kind else { continue }
            if let front = frontSticker, let reduced = front.reduced(to: element.box.size) {
                prepared[element.name] = reduced
                continue
            }
            let style = StickerStyle(border: sticker.border, shadow: sticker.hasShadow, fillShare: sticker.fill)
            do {
                let result = try layouter.studio.sticker(file.absolute, in: element.box.size, style: style)
                prepared[element.name] = result
                if frontSticker == nil { frontSticker = BoxedSticker(sticker: result, box: element.box.size) }
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
        paint(as: .art(field: "sticker", source: sticker.source, edge: sticker.edge)) {
            for layer in sticker.layers {
                $0.items.append(.picture(PlacedPicture(layer.picture, area: layer.area.moved(by: box.origin))))
            }
        }
        let outline = sticker.outline.moved(by: box.origin)
        pictures.append(PlacedArt(field: "sticker", pixelsPerInch: sticker.printedPixelsPerInch, box: outline))
        guard let file = content.card.sticker else { return }
        for note in sticker.notes {
            report(.error, field: "sticker", line: file.line, column: file.column, "'\(file.relative)' \(note)")
        }
    }
}
