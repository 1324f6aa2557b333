internal import DisplayList
internal import Fonts
internal import Geometry
internal import HarfBuzz
internal import ICU

/// Puts a line's pieces into visual order and gives them a size.
struct LineBuilder {
    let text: ShapedText
    let parting: WordParting
    let paint: TextPaint
    let size: Length

    struct Line {
        /// Origins on the baseline, from the line's left end.
        var runs: [PlacedRun]
        var ruby: [PlacedRun] = []
        var width: Length
        /// The ink's box from the line's left end and the baseline, nil without ink.
        var ink: Rect?
    }

    func line(_ range: Range<Int>) -> Line {
        let end = text.contentEnd(range)
        let logical = pieces(
            in: range.lowerBound..<end,
            partsWord: end == range.upperBound && end < text.units.count && isInsideWord(end))
        let pieces = TextAnalysis.visualOrder(logical.map(\.level)).map { logical[$0] }
        var line = Line(runs: [], width: .zero, ink: nil)
        line.runs.reserveCapacity(pieces.count)
        var extents: [(range: Range<Int>, left: Length, right: Length)] = []
        for piece in pieces {
            let scale = size.points / Double(piece.font.face.unitsPerEm)
            let width = Length(points: Double(piece.advance) * scale)
            if let ink = piece.ink {
                let origin = Point(x: line.width, y: .zero)
                line.runs.append(
                    PlacedRun(
                        run: run(piece, at: origin, width: width, scale: scale),
                        isUpright: piece.orientation != .along))
                let box = Rect(
                    x: Length(points: Double(ink.left) * scale), y: Length(points: -Double(ink.top) * scale),
                    width: Length(points: Double(ink.right - ink.left) * scale),
                    height: Length(points: Double(ink.top - ink.bottom) * scale)
                ).moved(by: origin)
                line.ink = line.ink?.union(box) ?? box
            }
            extents.append((piece.range, line.width, line.width + width))
            line.width += width
        }
        if let ruby = text.ruby {
            let reading = RubyBuilder(
                ruby: ruby, paint: paint, isVertical: text.columns == .rightToLeft, size: size)
            reading.add(to: &line, extents: extents)
        }
        if text.ruby != nil || text.columns != nil {
            line.runs = LineBuilder.joined(line.runs, isPadded: pieces.contains(where: \.isPadded))
        }
        return line
    }

    /// Runs that follow one another in one font as one: what was cut for the sake of readings is one word all the same. Glyphs that were
    /// moved apart become one cluster, so that the word reads back whole.
    private static func joined(_ runs: [PlacedRun], isPadded: Bool) -> [PlacedRun] {
        var joined: [PlacedRun] = []
        for placed in runs {
            let run = placed.run
            guard let last = joined.last?.run, joined.last?.isUpright == placed.isUpright, last.font == run.font,
                !last.isRightToLeft, !run.isRightToLeft, !last.text.hasSuffix(" ")
            else {
                joined.append(placed)
                continue
            }
            let offset = run.origin.x - last.origin.x
            joined[joined.count - 1].run.setTints(
                last.allTints + run.allTints.map { $0.moved(byGlyphs: last.glyphs.count, offset) })
            joined[joined.count - 1].run.glyphs += run.glyphs.map {
                GlyphRun.Glyph(id: $0.id, position: Point(x: $0.position.x + offset, y: $0.position.y))
            }
            joined[joined.count - 1].run.clusters += run.clusters
            joined[joined.count - 1].run.text += run.text
            joined[joined.count - 1].run.width = offset + run.width
        }
        return joined.map { $0.isUpright || isPadded ? $0.asOneCluster : $0 }
    }

    private func run(_ piece: ShapedPiece, at origin: Point, width: Length, scale: Double) -> GlyphRun {
        var run = GlyphRun(
            font: piece.font.reference, size: size, color: paint.color, origin: origin, width: width,
            glyphs: piece.glyphs.map { glyph in
                GlyphRun.Glyph(
                    id: glyph.id,
                    position: Point(
                        x: Length(points: Double(glyph.x) * scale), y: Length(points: -Double(glyph.y) * scale)))
            }, text: piece.text, clusters: piece.clusters, isRightToLeft: piece.isRightToLeft, language: text.language,
            outline: paint.outline)
        if let tints = paint.tints {
            RunTinting(tints: tints, units: text.units).tint(
                &run, piece, script: text.scripts[firstPiece(endingAfter: piece.range.lowerBound)], scale: scale)
        }
        return run
    }

    /// The pieces of a line in logical order; those that the line's ends cut are shaped anew.
    ///
    /// A parted word is told whole with its first part, the others tell nothing: readers that copy or search find the word, no part of it.
    private func pieces(in range: Range<Int>, partsWord: Bool) -> [ShapedPiece] {
        guard !range.isEmpty else { return [] }
        let goesOn = range.lowerBound > 0 && isInsideWord(range.lowerBound)
        var pieces: [ShapedPiece] = []
        var index = firstPiece(endingAfter: range.lowerBound)
        while index < text.pieces.count, text.pieces[index].range.lowerBound < range.upperBound {
            let piece = text.pieces[index]
            let part = piece.range.clamped(to: range)
            if partsWord, part.upperBound == range.upperBound {
                pieces.append(hyphenated(part, index))
            } else if part == piece.range {
                pieces.append(piece)
            } else if part.lowerBound == piece.range.lowerBound,
                text.units[part.upperBound..<piece.range.upperBound].allSatisfy(ShapedText.isSpace)
            {
                pieces.append(piece.trimmed(to: part.upperBound))
            } else {
                pieces.append(reshaped(part, index))
            }
            if goesOn, part.lowerBound > piece.range.lowerBound {
                pieces[pieces.count - 1].tell("")
            }
            index += 1
        }
        return pieces
    }

    private func firstPiece(endingAfter offset: Int) -> Int {
        var (low, high) = (0, text.pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if text.pieces[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a line that ends before a code unit parts a word: at a soft hyphen, or where the text itself has no place for a line's end.
    private func isInsideWord(_ offset: Int) -> Bool {
        text.units[offset - 1] == ShapedText.softHyphen || !text.opportunities.contains { $0.offset == offset }
    }

    /// A part of a piece as glyphs of its own.
    private func reshaped(_ part: Range<Int>, _ index: Int) -> ShapedPiece {
        shaped(part, in: text.units, as: text.units, index)
    }

    /// A part of a piece with the hyphen that ends its line, told as the whole piece.
    private func hyphenated(_ part: Range<Int>, _ index: Int) -> ShapedPiece {
        var shown = text.units
        var range = part
        if shown[part.upperBound - 1] == ShapedText.softHyphen {
            shown[part.upperBound - 1] = parting.hyphen(text.pieces[index])
        } else {
            shown.insert(parting.hyphen(text.pieces[index]), at: part.upperBound)
            range = part.lowerBound..<part.upperBound + 1
        }
        var piece = shaped(range, in: shown, as: shown, index)
        piece.range = part
        piece.tell(text.pieces[index].text)
        return piece
    }

    private func shaped(
        _ part: Range<Int>, in units: [UInt16], as shown: [UInt16], _ index: Int
    ) -> ShapedPiece {
        let whole = text.pieces[index]
        let shaped = whole.font.face.shape(
            shown, range: part, script: text.scripts[index].code, language: text.languages[index],
            isRightToLeft: whole.isRightToLeft, isVertical: whole.orientation == .upright)
        return ShapedPiece(
            shaped, range: part, units: units, font: whole.font, level: whole.level, orientation: whole.orientation)
    }
}
