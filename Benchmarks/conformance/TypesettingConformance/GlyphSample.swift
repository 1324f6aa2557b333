public import DisplayList
public import FileAccess
internal import Geometry

/// A text and the glyphs that HarfBuzz alone makes of it, as `samples/glyphs.tsv` has them.
public struct GlyphSample: Sendable {
    /// Glyphs of one font and direction, neighbours on the line.
    public struct Stretch: Hashable, Sendable {
        public var file: String
        public var index: Int
        /// From left to right; places in hundredths of a thousandth of the em from the stretch's left end, y upwards.
        public var glyphs: [[Int]]
    }

    public var language: String
    public var text: String
    public var stretches: [Stretch]

    /// All lines of a file. Throws where it cannot be read.
    public static func read(_ path: String) throws(FileError) -> [GlyphSample] {
        String(decoding: try Files.read(path, limit: 1 << 24), as: UTF8.self).split(separator: "\n").compactMap(parse)
    }

    private static func parse(_ line: Substring) -> GlyphSample? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard !line.hasPrefix("#"), fields.count >= 5 else { return nil }
        let stretches = stride(from: 2, to: fields.count - 2, by: 3).map { at in
            Stretch(
                file: String(fields[at]), index: Int(fields[at + 1]) ?? 0,
                glyphs: fields[at + 2].split(separator: " ").map { glyph in
                    let numbers = glyph.split(separator: ",").compactMap { Double($0) }
                    return [Int(numbers[0])] + numbers.dropFirst().map { Int(($0 * 100).rounded()) }
                })
        }
        return GlyphSample(language: String(fields[0]), text: String(fields[1]), stretches: stretches)
    }

    /// The same of a line that capprint set at 1000 pt.
    public static func stretches(_ runs: [GlyphRun]) -> [Stretch] {
        var found: [Stretch] = []
        var open: (font: FontReference, isRightToLeft: Bool, start: Double)?
        for run in runs {
            if open?.font != run.font || open?.isRightToLeft != run.isRightToLeft {
                found.append(Stretch(file: Paths.name(of: run.font.file), index: run.font.index, glyphs: []))
                open = (run.font, run.isRightToLeft, run.origin.x.points)
            }
            let start = run.origin.x.points - (open?.start ?? 0)
            found[found.count - 1].glyphs += run.glyphs.map { glyph in
                [
                    Int(glyph.id), Int(((start + glyph.position.x.points) * 100).rounded()),
                    Int((-glyph.position.y.points * 100).rounded()),
                ]
            }
        }
        return found
    }

    /// Whether two lists are the same glyphs at the same places, to two hundredths.
    public static func agree(_ one: [Stretch], _ other: [Stretch]) -> Bool {
        one.count == other.count
            && zip(one, other).allSatisfy { one, other in
                one.glyphs.count == other.glyphs.count
                    && zip(one.glyphs, other.glyphs).allSatisfy { one, other in
                        one[0] == other[0] && abs(one[1] - other[1]) <= 2 && abs(one[2] - other[2]) <= 2
                    }
            }
    }
}
