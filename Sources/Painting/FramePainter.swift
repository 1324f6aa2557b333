public import Cairo
public import DisplayList
public import Geometry

/// Paints display lists on a Cairo surface, the same for every kind of file. Belongs to one thread.
public final class FramePainter {
    /// A link's area in the surface's coordinates and its address.
    public typealias LinkHandler = (_ area: Rect, _ address: String) -> Void

    private let context: Context
    private let fonts: FontLibrary
    private let pictures: any PictureSurfaces
    private let onLink: LinkHandler?
    /// The baseline of the letters painted last, where they are written from right to left.
    private var rightToLeftBaseline: Length?
    /// Whether a film is being painted: there nothing is put in later.
    private var isFilm = false

    public init(
        context: Context, fonts: FontLibrary, pictures: any PictureSurfaces, onLink: LinkHandler? = nil
    ) {
        self.context = context
        self.fonts = fonts
        self.pictures = pictures
        self.onLink = onLink
    }

    /// Paints the items in order under a map. Throws ``CairoError`` or what the pictures' owner throws.
    public func paint(_ items: [Item], transform: Transform = .identity, clip: Path? = nil) throws {
        try paint(Group(transform: transform, clip: clip, items: items), under: .identity)
    }

    private func paint(_ items: [Item], under outer: Transform) throws {
        for item in items {
            switch item {
            case .glyphs(let run): try paint(run)
            case .path(let path): paint(path)
            case .picture(let picture): try paint(picture, under: outer)
            case .matrix(let matrix): try paint(matrix, under: outer)
            case .group(let group): try paint(group, under: outer)
            case .link(let link): onLink?(outer.apply(to: link.area), link.address)
            }
        }
    }

    private func paint(_ group: Group, under outer: Transform) throws {
        // A group that only says what it is for leaves no trace in a file.
        guard group.transform != .identity || group.clip != nil || group.film != nil else {
            return try paint(group.items, under: outer)
        }
        try context.saved {
            let map = group.transform
            context.transform(a: map.a, b: map.b, c: map.c, d: map.d, tx: map.tx.points, ty: map.ty.points)
            if let clip = group.clip {
                trace(clip)
                context.clip()
            }
            guard let film = group.film else { return try paint(group.items, under: map.then(outer)) }
            let wasFilm = isFilm
            isFilm = true
            defer { isFilm = wasFilm }
            try context.multiplied(opacity: film) { try paint(group.items, under: map.then(outer)) }
        }
    }

    private func paint(_ run: GlyphRun) throws {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        if run.font.glyphForm == .pictures { return try paintPictures(of: run) }
        let face = try fonts.face(
            file: run.font.file, index: run.font.index,
            variations: run.font.variations.map { FontFace.Variation(tag: $0.tag, value: $0.value) })
        rightToLeftBaseline = run.isRightToLeft ? run.origin.y : nil
        let shown = ExtractableText(run)
        context.setFont(face, size: run.size.points)
        guard run.tints.isEmpty, run.outline == nil else { return paintShapes(of: run, shown) }
        set(run.color)
        context.show(text: shown.text, glyphs: shown.glyphs, clusters: shown.clusters)
    }

    /// A word in several colours, or hollow, as shapes: Cairo fills a text with one colour, and letters of one word told one by one would be
    /// read back as several words. Its text is read at the same place but not seen.
    private func paintShapes(of run: GlyphRun, _ shown: ExtractableText) {
        if let ink = pictures.invisibleInk {
            set(ink)
            context.show(text: shown.text, glyphs: shown.glyphs, clusters: shown.clusters)
        }
        for tint in run.allTints {
            context.saved {
                if let extent = tint.extent {
                    let height = run.size * 4
                    trace(
                        .rect(
                            Rect(
                                x: run.origin.x + extent.lowerBound, y: run.origin.y - height / 2,
                                width: extent.upperBound - extent.lowerBound, height: height)))
                    context.clip()
                }
                traceGlyphs(tint.glyphs, of: run)
                set(tint.color)
                // Half of a line lies inside the letter, where the filling covers it.
                if let outline = run.outline {
                    context.stroke(width: outline.width.points * 2, dashes: outline.dashes.map(\.points))
                } else {
                    context.fill()
                }
                context.newPath()
            }
        }
        guard let outline = run.outline else { return }
        traceGlyphs(0..<run.glyphs.count, of: run)
        set(outline.fill)
        context.fill()
        context.newPath()
    }

    private func traceGlyphs(_ range: Range<Int>, of run: GlyphRun) {
        context.newPath()
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        context.addOutlines(
            of: run.glyphs[range].lazy.map {
                Context.Glyph(id: $0.id, x: x + $0.position.x.points, y: y + $0.position.y.points)
            })
    }

    /// Glyphs that are pictures, and over each cluster its text, which is read but not seen.
    private func paintPictures(of run: GlyphRun) throws {
        let font = try fonts.pictures(file: run.font.file, index: run.font.index)
        let (x, y) = (run.origin.x.points, run.origin.y.points)
        for glyph in run.glyphs {
            let name = "glyph-\(run.font.contentHash)-\(run.font.index)-\(glyph.id)"
            guard let picture = try font.picture(of: glyph.id, name: name) else { continue }
            let scale = run.size.points / picture.pixelsPerEm
            context.draw(
                picture.surface, x: x + glyph.position.x.points + picture.left * scale,
                y: y + glyph.position.y.points - picture.top * scale, width: Double(picture.surface.width) * scale,
                height: Double(picture.surface.height) * scale)
        }
        guard !isFilm, let ink = pictures.invisibleInk else { return }
        set(ink)
        for piece in PictureText.pieces(of: run) {
            // Readers turn all that follows a right-to-left letter round, character by character, up to the next left-to-right one.
            try paintInvisibly(rightToLeftBaseline == run.origin.y ? piece.reversed : piece, run)
        }
    }

    /// Sets each character as a glyph of its own that leaves no ink. Not all readers understand a glyph that stands for several characters.
    private func paintInvisibly(_ piece: PictureText, _ run: GlyphRun) throws {
        let share = piece.width.points / Double(piece.characters.count)
        context.setFont(try fonts.invisible(), width: share, height: run.size.points)
        var text: [UInt8] = []
        var glyphs: [Context.Glyph] = []
        var clusters: [Context.Cluster] = []
        for (place, scalar) in piece.characters.enumerated() {
            let bytes = Array(String(scalar).utf8)
            let x = (run.origin.x + piece.x).points + share * Double(place)
            text += bytes
            glyphs.append(Context.Glyph(id: fonts.invisibleGlyph(for: scalar), x: x, y: run.origin.y.points))
            clusters.append(Context.Cluster(bytes: bytes.count, glyphs: 1))
        }
        context.show(text: text, glyphs: glyphs, clusters: clusters)
    }

    private func paint(_ painted: PaintedPath) {
        trace(painted.path)
        if let fill = painted.fill {
            set(fill)
            context.fill()
        }
        if let stroke = painted.stroke {
            set(stroke.color)
            context.stroke(width: stroke.width.points, dashes: stroke.dashes.map(\.points))
        }
        context.newPath()
    }

    private func paint(_ placed: PlacedPicture, under outer: Transform) throws {
        let surface = try pictures.surface(for: placed, transform: outer)
        let area = placed.area
        context.draw(
            surface, x: area.minX.points, y: area.minY.points, width: area.width.points, height: area.height.points)
    }

    private func paint(_ matrix: PlacedMatrix, under outer: Transform) throws {
        if !isFilm, let color = try pictures.marker(for: matrix, transform: outer) {
            paint(PaintedPath(.rect(matrix.area), fill: color))
            return
        }
        guard matrix.side > 0 else { return }
        context.saved {
            let area = matrix.area
            let side = Double(matrix.side)
            context.transform(
                a: area.width.points / side, b: 0, c: 0, d: area.height.points / side, tx: area.minX.points,
                ty: area.minY.points)
            context.newPath()
            for run in matrix.horizontalRuns {
                context.rectangle(x: Double(run.column), y: Double(run.row), width: Double(run.length), height: 1)
            }
            set(matrix.color)
            context.fill()
            context.newPath()
        }
    }

    private func set(_ color: Color) {
        context.setColor(red: color.red, green: color.green, blue: color.blue)
    }

    private func trace(_ path: Path) {
        context.newPath()
        for segment in path.segments {
            switch segment {
            case .move(let to): context.move(to.x.points, to.y.points)
            case .line(let to): context.line(to.x.points, to.y.points)
            case .curve(let first, let second, let to):
                context.curve(
                    first.x.points, first.y.points, second.x.points, second.y.points, to.x.points, to.y.points)
            case .close: context.closePath()
            }
        }
    }
}
