internal import DisplayList
internal import Fonts
internal import HarfBuzz

/// A word with the space after it, or a piece of one where font, script or direction change, as glyphs of no size yet: lengths are in font units.
struct ShapedPiece: Sendable {
    struct Glyph: Sendable {
        var id: UInt32
        /// From the piece's left end.
        var x: Int
        /// From the baseline, upwards.
        var y: Int
    }

    /// Code units of the text.
    var range: Range<Int>
    var font: Font
    /// Bidi embedding level.
    var level: UInt8
    /// In visual order.
    var glyphs: [Glyph]
    var advance: Int
    /// nil where the piece leaves no ink, as spaces do.
    var ink: InkBox?
    var text: String
    /// In visual order.
    var clusters: [GlyphRun.Cluster]
    /// Where each cluster begins in the text and how wide it is, in visual order; of all that was shaped together, whatever ``clusters`` tells.
    var extents: [ClusterExtent]
    var orientation: PieceOrientation
    /// Whether room was made in it for a reading.
    var isPadded = false

    struct ClusterExtent: Sendable {
        var start: Int
        var advance: Int
        var glyphs: Int
    }

    /// Lets its glyphs stand for another text, as one cluster.
    mutating func tell(_ other: String) {
        text = other
        clusters = [GlyphRun.Cluster(textBytes: other.utf8.count, glyphs: glyphs.count)]
    }

    var isRightToLeft: Bool { level % 2 == 1 }
    var isBlank: Bool { ink == nil }

    /// The middle of an ideograph's em box above the baseline, in ems: columns have their middle there.
    static let middle = 0.38

    init(
        _ shaped: [ShapedGlyph], range: Range<Int>, units: [UInt16], font: Font, level: UInt8,
        orientation: PieceOrientation = .along
    ) {
        self.range = range
        self.orientation = orientation
        self.font = font
        self.level = level
        text = String(decoding: units[range], as: UTF16.self)
        glyphs = []
        glyphs.reserveCapacity(shaped.count)
        clusters = []
        extents = []
        advance = 0
        var pen = 0
        let middle = Int((ShapedPiece.middle * Double(font.face.unitsPerEm)).rounded())
        let total = shaped.reduce(0) { $0 + $1.advance }
        for glyph in shaped {
            switch orientation {
            case .along: glyphs.append(Glyph(id: glyph.id, x: pen + glyph.offsetX, y: glyph.offsetY))
            // What is right on the page is up in a line that is turned into a column, what is up on the page is back.
            case .upright: glyphs.append(Glyph(id: glyph.id, x: pen - glyph.offsetY, y: middle + glyph.offsetX))
            case .combined:
                // Digits are about 0.73 ems high and stand in the middle of their cell.
                let baseline = Int((0.865 * Double(font.face.unitsPerEm)).rounded())
                glyphs.append(
                    Glyph(id: glyph.id, x: baseline - glyph.offsetY, y: middle - total / 2 + pen + glyph.offsetX))
            }
            if let box = inkBox(of: glyphs[glyphs.count - 1]) { ink = ink?.union(box) ?? box }
            pen += glyph.advance
            if let last = extents.last, last.start == glyph.cluster {
                extents[extents.count - 1].advance += glyph.advance
                extents[extents.count - 1].glyphs += 1
                clusters[clusters.count - 1].glyphs += 1
            } else {
                extents.append(ClusterExtent(start: glyph.cluster, advance: glyph.advance, glyphs: 1))
                clusters.append(GlyphRun.Cluster(textBytes: 0, glyphs: 1))
            }
        }
        advance = pen
        countTextBytes(units)
        guard orientation == .combined else { return }
        // One cell, and one cluster: digits side by side are not letters one after the other.
        advance = font.face.unitsPerEm
        extents = [ClusterExtent(start: range.lowerBound, advance: advance, glyphs: glyphs.count)]
        clusters = [GlyphRun.Cluster(textBytes: text.utf8.count, glyphs: glyphs.count)]
    }

    /// The ink of a glyph in its place, in the line's directions.
    func inkBox(of glyph: Glyph) -> InkBox? {
        guard let box = font.face.inkBox(of: glyph.id) else { return nil }
        if orientation == .along { return box.moved(x: glyph.x, y: glyph.y) }
        return InkBox(
            left: glyph.x - box.top, bottom: glyph.y + box.left, right: glyph.x - box.bottom, top: glyph.y + box.right)
    }

    /// Gives each cluster the text up to the next one; characters that left no glyph at the start go to the first.
    private mutating func countTextBytes(_ units: [UInt16]) {
        var end = range.upperBound
        let logicalFromEnd =
            isRightToLeft ? Array(extents.indices) : extents.indices.reversed()
        for (place, index) in logicalFromEnd.enumerated() {
            let start = place == extents.count - 1 ? range.lowerBound : extents[index].start
            guard start <= end else { continue }
            extents[index].start = start
            clusters[index].textBytes = ShapedPiece.utf8Count(units[start..<end])
            end = start
        }
    }

    /// How many bytes UTF-16 takes as UTF-8.
    private static func utf8Count(_ units: ArraySlice<UInt16>) -> Int {
        units.reduce(0) { count, unit in
            switch unit {
            case 0..<0x80: count + 1
            case 0x80..<0x800: count + 2
            // Half of a pair that takes four.
            case 0xD800..<0xE000: count + 2
            default: count + 3
            }
        }
    }

    /// The piece without the spaces at its end, from a code unit on.
    func trimmed(to end: Int) -> ShapedPiece {
        guard end < range.upperBound else { return self }
        var piece = self
        var dropped = (glyphs: 0, advance: 0, clusters: 0, bytes: 0)
        for index in isRightToLeft ? Array(extents.indices) : extents.indices.reversed() {
            guard extents[index].start >= end else { break }
            dropped.glyphs += clusters[index].glyphs
            dropped.advance += extents[index].advance
            dropped.bytes += clusters[index].textBytes
            dropped.clusters += 1
        }
        piece.range = range.lowerBound..<end
        piece.advance -= dropped.advance
        piece.text = String(decoding: text.utf8.dropLast(dropped.bytes), as: UTF8.self)
        if isRightToLeft {
            piece.glyphs.removeFirst(dropped.glyphs)
            piece.clusters.removeFirst(dropped.clusters)
            piece.extents.removeFirst(dropped.clusters)
            for index in piece.glyphs.indices { piece.glyphs[index].x -= dropped.advance }
            piece.ink = ink?.moved(x: -dropped.advance, y: 0)
        } else {
            piece.glyphs.removeLast(dropped.glyphs)
            piece.clusters.removeLast(dropped.clusters)
            piece.extents.removeLast(dropped.clusters)
        }
        return piece
    }
}
