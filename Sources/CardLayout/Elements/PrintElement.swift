internal import Artwork
internal import DeckModel
internal import Diagnostics
internal import DisplayList
internal import Fonts
internal import Geometry
internal import ICU
internal import Typesetting

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension FaceComposer {
    /// The scene as an instant print lying on the card, a little askew.
    mutating func compose(_ print: Element.Print, in box: Rect) {
        guard let file = content.card.photo else { return }
        // A photo without paper is a picture and nothing else: it may end at the cut.
        let isBare = print.border == .zero && print.foot == .zero
        let caption = isBare ? nil : content.capturedText
        let foot = caption == nil ? print.border * 1.8 : print.foot
        let paper = Rect(origin: .zero, size: box.size)
        let area = Rect(
            x: print.border, y: print.border, width: box.width - print.border * 2,
            height: box.height - print.border - foot)
        let photo: PreparedPhoto
        do {
            photo = try layouter.studio.photo(file.absolute, size: area.size, focus: thing)
        } catch {
            report(
                .error, field: "photo", line: file.line, column: file.column, "'\(file.relative)' \(error.message)",
                hint: error.hint)
            return
        }
        let photoItem = Item.picture(PlacedPicture(photo.picture, area: area))
        let drawn = isBare ? [photoItem] : self.paper(paper, photoItem, area)
        let map = Self.tilt(print.tilt, box)
        let art = Role.art(field: "photo", source: photo.source, edge: print.border)
        var turned = [Item.group(Group(role: art, items: drawn))]
        if let caption {
            turned += self.caption(
                caption, print, map: map,
                in: Rect(
                    x: .mm(0.8), y: area.maxY + .mm(0.3), width: paper.width - .mm(1.6),
                    height: foot - .mm(0.8)))
        }
        items.append(.group(Group(transform: map, items: turned)))
        pictures.append(
            PlacedArt(field: "photo", pixelsPerInch: photo.printedPixelsPerInch, box: map.apply(to: area)))
    }

    /// The photo on its paper, which throws a short shadow.
    private func paper(_ paper: Rect, _ photo: Item, _ area: Rect) -> [Item] {
        var drawn: [Item] = []
        let shade = tint(0).mixed(with: palette.quiet, 0.22)
        for (offset, strength) in [(0.55, 0.35), (0.35, 0.7)] {
            let shadow = paper.moved(by: Point(x: .mm(0.1), y: .mm(offset))).inset(by: .mm(-0.1))
            drawn.append(
                .path(
                    PaintedPath(
                        .roundedRect(shadow, radius: .mm(0.8)),
                        fill: tint(0).mixed(with: shade, strength))))
        }
        drawn.append(
            .path(
                PaintedPath(
                    .roundedRect(paper, radius: .mm(0.6)), fill: .white,
                    stroke: .init(color: palette.paper.mixed(with: palette.quiet, 0.3), width: .pt(0.25)))))
        drawn.append(photo)
        // Viewers do not smooth the edges of a turned picture; the frame's own white does.
        drawn.append(.path(PaintedPath(.rect(area), stroke: .init(color: .white, width: .pt(0.8)))))
        return drawn
    }

    private mutating func caption(_ text: String, _ print: Element.Print, map: Transform, in box: Rect) -> [Item] {
        let language = content.headword?.language ?? "und"
        let fitted = layouter.typesetter.fit(
            text, style: TextStyle(language: language, weight: .regular, color: palette.reading), box: box.size,
            largest: print.captionSize.largest, smallest: print.captionSize.smallest, maxLines: 2, alignment: .center)
        guard accept(fitted, field: "captured.place", language: nil, isWord: false) else { return [] }
        let paragraph = fitted.paragraph
        let origin = Point(x: box.minX, y: box.minY + (box.height - paragraph.size.height) / 2)
        note(paragraph, text, field: "caption", language: language, in: map.apply(to: box))
        return [
            .group(
                Group(
                    role: Self.role(of: text, field: "caption", language: language),
                    items: paragraph.items(at: origin)))
        ]
    }

    /// Moves a drawing made at the origin into the box, turned about the box's middle.
    private static func tilt(_ degrees: Double, _ box: Rect) -> Transform {
        let angle = degrees * Double.pi / 180
        // Rounded so that no system's cosine shows in the file.
        let (sine, cosine) = ((sin(angle) * 1e6).rounded() / 1e6, (cos(angle) * 1e6).rounded() / 1e6)
        let middle = Point(x: box.width / 2, y: box.height / 2)
        return Transform.translation(Point(x: -middle.x, y: -middle.y))
            .then(Transform(a: cosine, b: sine, c: -sine, d: cosine, tx: .zero, ty: .zero))
            .then(.translation(box.origin + middle))
    }
}
