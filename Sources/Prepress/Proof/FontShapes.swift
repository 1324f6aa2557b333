internal import DisplayList
internal import FileAccess
internal import HarfBuzz
internal import Snapshots
internal import Synchronization

/// The outlines of the fonts that a run uses, each glyph drawn once; shared by the workers.
final class FontShapes: GlyphShapes {
    private struct Opened {
        var outlines: GlyphOutlines?
        var known: [UInt32: UInt64] = [:]
    }

    private let opened = Mutex<[FontReference: Opened]>([:])

    func outline(of glyph: UInt32, in font: FontReference) throws -> UInt64 {
        try opened.withLock { opened in
            if let known = opened[font]?.known[glyph] { return known }
            if opened[font] == nil {
                // Instances of a variable font draw one glyph number in many ways.
                let face = try Face(
                    file: MappedFile(path: font.file), index: font.index,
                    variations: font.variations.map { VariationAxis.Setting(tag: $0.tag, value: $0.value) })
                opened[font] = Opened(outlines: GlyphOutlines(face))
            }
            let hash = opened[font]?.outlines?.hash(of: glyph) ?? 0
            opened[font]?.known[glyph] = hash
            return hash
        }
    }
}
