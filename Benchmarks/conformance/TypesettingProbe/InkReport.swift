internal import CardLayout
internal import DisplayList
internal import FileAccess
internal import Geometry
internal import JSONSource
internal import Typesetting
internal import TypesettingConformance

/// Every text in every box that a template has for a headword or a word of a list: how many fit, and whose ink leaves its place.
enum InkReport {
    static func write(_ typesetter: Typesetter, _ templates: [Template]) {
        let places = InkPlace.places(in: templates)
        var tally: [String: Tally] = [:]
        var order: [String] = []
        for (language, text) in TaggedLines.read() {
            if tally[language] == nil { order.append(language) }
            for place in places {
                tally[language, default: Tally()].count(
                    place.fit(text, language: language, typesetter), in: place, text)
            }
        }
        var writer = JSONWriter()
        writer.object { report in
            report.array("places") { list in for place in places { list.string(nil, place.name) } }
            report.array("languages") { list in
                for language in order { list.object { tally[language]?.write(language, &$0) } }
            }
        }
        Output.write(writer.take() + "\n", to: Output.standardOutput)
    }

    private struct Tally {
        var set = 0
        var severalLines = 0
        var hyphenated = 0
        var tooLong: [String] = []
        var outside: [String] = []
        var touching: [String] = []

        mutating func count(_ fitted: FittedText, in place: InkPlace, _ text: String) {
            set += 1
            guard fitted.fits else {
                tooLong.append("\(place.name): \(text)")
                return
            }
            let lines = fitted.paragraph.lines
            if lines.count > 1 { severalLines += 1 }
            if lines.dropLast().contains(where: { $0.endsInHyphen && !text.contains("\u{AD}") }) { hyphenated += 1 }
            if !place.holds(fitted.paragraph) { outside.append("\(place.name): \(text)") }
            if InkPlace.touches(fitted.paragraph) { touching.append("\(place.name): \(text)") }
        }

        func write(_ language: String, _ writer: inout JSONWriter) {
            writer.string("language", language)
            writer.integer("set", set)
            writer.integer("severalLines", severalLines)
            writer.integer("hyphenated", hyphenated)
            for (name, found) in [("tooLong", tooLong), ("outside", outside), ("touching", touching)] {
                writer.integer(name, found.count)
                writer.array("\(name)Examples") { list in for text in found.prefix(5) { list.string(nil, text) } }
            }
        }
    }
}

extension TextLine {
    /// Whether its last letters are a hyphen that the text itself does not have.
    var endsInHyphen: Bool { runs.contains { $0.text.unicodeScalars.last == "\u{AD}" } }
}
