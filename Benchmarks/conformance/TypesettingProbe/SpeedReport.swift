internal import FileAccess
internal import Fonts
internal import Geometry
internal import JSONSource
internal import Typesetting

/// Texts fitted into a box a second by one thread: with nothing loaded, with fonts open, and with every text shaped before.
enum SpeedReport {
    private static let box = Size(width: .mm(53), height: .mm(21.5))

    static func write(open: () throws -> FontBook, typesetter: (FontBook) throws -> Typesetter) throws {
        let lines = TaggedLines.read()
        let clock = ProcessorClock()
        let before = Memory.now()
        let start = clock.now
        let fonts = try open()
        let opened = clock.now - start
        let first = try typesetter(fonts)
        let cold = clock.measure { set(lines, first) }
        let loaded = Memory.now()
        // A typesetter of its own has shaped nothing yet; the fonts are open.
        let second = try typesetter(fonts)
        let shaping = clock.measure { set(lines, second) }
        // As many as a typesetter keeps, again and again: the words of a deck that come back on its cards.
        let kept = stride(from: 0, to: lines.count, by: max(1, lines.count / 3000)).map { lines[$0] }
        let third = try typesetter(fonts)
        set(kept, third)
        let warm = clock.measure { for _ in 0..<10 { set(kept, third) } }
        var writer = JSONWriter()
        writer.object { report in
            report.integer("texts", lines.count)
            report.number("openSeconds", opened)
            report.number("coldPerSecond", Double(lines.count) / cold)
            report.number("fontsOpenPerSecond", Double(lines.count) / shaping)
            report.number("warmPerSecond", Double(kept.count * 10) / warm)
            if let before, let loaded {
                report.integer("ownKilobytes", loaded.own - before.own)
                report.integer("mappedKilobytes", loaded.mapped - before.mapped)
            }
        }
        Output.write(writer.take() + "\n", to: Output.standardOutput)
    }

    private static func set(_ lines: [(language: String, text: String)], _ typesetter: Typesetter) {
        for (language, text) in lines {
            _ = typesetter.fit(
                text, style: TextStyle(language: language, weight: .bold), box: box, largest: .pt(26),
                smallest: .pt(12), maxLines: 2, alignment: .center)
        }
    }

}
