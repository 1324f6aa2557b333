internal import DisplayList
internal import Geometry
internal import ICU

/// Gives the glyphs of a shaped piece the colours of their text. What shaping joined stays joined: colours are those of clusters.
struct RunTinting {
    let tints: TintedRanges
    let units: [UInt16]

    /// - Parameter scale: Points to a font unit.
    func tint(_ run: inout GlyphRun, _ piece: ShapedPiece, script: Script, scale: Double) {
        guard run.font.glyphForm == .outlines else { return }
        var found: [GlyphRun.Tint] = []
        var blanks: [Range<Int>] = []
        var glyph = 0
        var x = 0
        for (index, extent) in piece.extents.enumerated() {
            let glyphs = glyph..<glyph + extent.glyphs
            let text = piece.textRange(ofCluster: index)
            let left = x
            glyph = glyphs.upperBound
            x += extent.advance
            let colors = tints.colors(in: text)
            guard !units[text.clamped(to: units.indices)].allSatisfy(RunTinting.isBlank) else {
                blanks.append(glyphs)
                continue
            }
            found.append(GlyphRun.Tint(glyphs: glyphs, color: colors[0].color))
            guard RunTinting.partsLigatures(script), piece.orientation == .along, !piece.isRightToLeft else { continue }
            // The letters of a ligature are about equally wide.
            let width = Double(extent.advance) / Double(text.count)
            for part in colors.dropFirst() {
                let (start, end) = (part.range.lowerBound - text.lowerBound, part.range.upperBound - text.lowerBound)
                let edges = [start, end].map { Length(points: (Double(left) + width * Double($0)) * scale) }
                found.append(GlyphRun.Tint(glyphs: glyphs, color: part.color, extent: edges[0]...edges[1]))
            }
        }
        // Spaces show no colour, and shall not make two of one; a hyphen belongs to the letters before it.
        for blank in blanks {
            guard let near = found.last(where: { $0.glyphs.upperBound <= blank.lowerBound }) ?? found.first else {
                return
            }
            let place = found.firstIndex { $0.glyphs.lowerBound >= blank.upperBound } ?? found.count
            found.insert(GlyphRun.Tint(glyphs: blank, color: near.color), at: place)
        }
        run.setTints(found)
    }

    private static func isBlank(_ unit: UInt16) -> Bool {
        ShapedText.isSpace(unit) || unit == ShapedText.softHyphen
    }

    /// Whether the letters of a ligature stand side by side in the order of the text. Conjuncts of other scripts are one shape.
    private static func partsLigatures(_ script: Script) -> Bool {
        ["Latn", "Cyrl", "Grek", "Armn"].contains(script.description)
    }
}

extension GlyphRun {
    /// Neighbours of one colour as one; a single colour as the run's own.
    mutating func setTints(_ all: [Tint]) {
        var merged: [Tint] = []
        for tint in all {
            if let last = merged.last, last.color == tint.color, last.extent == nil, tint.extent == nil,
                last.glyphs.upperBound == tint.glyphs.lowerBound
            {
                merged[merged.count - 1].glyphs = last.glyphs.lowerBound..<tint.glyphs.upperBound
            } else {
                merged.append(tint)
            }
        }
        if merged.count == 1 { color = merged[0].color }
        tints = merged.count > 1 ? merged : []
    }
}

extension GlyphRun.Tint {
    /// The tint in a run that has other glyphs before its own.
    func moved(byGlyphs count: Int, _ distance: Length) -> GlyphRun.Tint {
        GlyphRun.Tint(
            glyphs: glyphs.lowerBound + count..<glyphs.upperBound + count, color: color,
            extent: extent.map { $0.lowerBound + distance...$0.upperBound + distance })
    }
}

extension ShapedPiece {
    /// Code units of the text that a cluster shows.
    func textRange(ofCluster index: Int) -> Range<Int> {
        let start = extents[index].start
        let next = isRightToLeft ? index - 1 : index + 1
        let end = extents.indices.contains(next) ? min(extents[next].start, range.upperBound) : range.upperBound
        return start..<max(start, end)
    }
}
