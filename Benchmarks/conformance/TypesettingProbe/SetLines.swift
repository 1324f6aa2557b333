internal import DisplayList
internal import FileAccess
internal import Geometry
internal import JSONSource
internal import Typesetting

/// Each line as glyph runs from left to right, at 1000 pt; places in points, y upwards.
enum SetLines {
    static func write(_ typesetter: Typesetter) {
        for (language, text) in TaggedLines.read() {
            let paragraph = typesetter.paragraph(
                text, style: TextStyle(language: language), size: .pt(1000), width: nil, alignment: .left)
            let baseline = paragraph.lines.first?.baseline ?? .zero
            // Ink that hangs over the line's start moves all of it; the pen starts at zero.
            let runs = paragraph.lines.flatMap(\.runs)
            let start = runs.first?.origin.x ?? .zero
            var writer = JSONWriter()
            writer.object { line in
                line.string("language", language)
                line.string("text", text)
                line.integer("isRightToLeft", paragraph.isRightToLeft ? 1 : 0)
                line.integer("missing", paragraph.missing.count)
                line.array("runs") { list in
                    for run in runs {
                        list.object { write(run, at: Point(x: run.origin.x - start, y: run.origin.y - baseline), &$0) }
                    }
                }
            }
            Output.write(writer.take() + "\n", to: Output.standardOutput)
        }
    }

    private static func write(_ run: GlyphRun, at origin: Point, _ writer: inout JSONWriter) {
        writer.string("font", run.font.name)
        writer.string("file", Paths.name(of: run.font.file))
        writer.integer("index", run.font.index)
        writer.integer("rightToLeft", run.isRightToLeft ? 1 : 0)
        writer.string("text", run.text)
        writer.number("x", origin.x.points)
        writer.number("width", run.width.points)
        writer.array("glyphs") { list in
            for glyph in run.glyphs {
                list.array {
                    $0.integer(nil, Int(glyph.id))
                    $0.number(nil, (origin.x + glyph.position.x).points)
                    $0.number(nil, -(origin.y + glyph.position.y).points)
                }
            }
        }
    }
}
