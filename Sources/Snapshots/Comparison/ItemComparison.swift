internal import Diagnostics
internal import DisplayList
internal import Geometry

/// Tells what differs between two items of one role.
struct ItemComparison {
    let measuring: Measuring
    /// Fonts whose content differs between the two references, by name.
    let fonts: ChangedFonts
    private(set) var details: [Change.Detail] = []
    /// Fonts that a detail has named.
    private(set) var toldFonts: Set<String> = []
    /// In words, what a text that looks the same says now; nil where it says the same, or looks otherwise too.
    private(set) var rereading: String?

    init(measuring: Measuring, fonts: ChangedFonts) {
        self.measuring = measuring
        self.fonts = fonts
    }

    mutating func compare(_ old: ReferenceItem, _ new: ReferenceItem) {
        guard old != new else { return }
        switch (old, new) {
        case (.text(let old), .text(let new)): compare(old, new)
        case (.art(let old), .art(let new)): compare(old, new)
        case (.code(let old), .code(let new)): compare(old, new)
        case (.shapes(let old), .shapes(let new)): compare(old, new)
        default: break
        }
    }

    private mutating func tell(_ kind: Change.Detail.Kind, _ sentence: String?) {
        if let sentence { details.append(Change.Detail(kind: kind, sentence: sentence)) }
    }

    // MARK: Texts

    private mutating func compare(_ old: ReferenceText, _ new: ReferenceText) {
        // A trailing space, one letter for another of the same form: as text they differ, on paper they do not.
        let isSameText = old.text == new.text
        let isSameLook = old.shape == new.shape && old.lines.count == new.lines.count
        if !isSameText, !isSameLook { tell(.text, Sentence.texts("text", old.text, new.text)) }
        let change = measuring.difference(old.size, new.size)
        if change != 0 {
            tell(.size, Sentence.size(Hundredths.points(old.size), Hundredths.points(new.size)))
        }
        compareLetters(old, new, isSameText: isSameText)
        if old.lines.count != new.lines.count {
            tell(.lines, "now on \(Plural.counted(new.lines.count, "line")) (was \(old.lines.count))")
        }
        if old.colors != new.colors { tell(.color, Sentence.colors(old.colors, new.colors)) }
        if old.isVertical != new.isVertical { tell(.lines, new.isVertical ? "now in columns" : "no longer in columns") }
        let turn = measuring.turned(old.turn, new.turn, extent: max(old.box.width, old.box.height))
        if turn != 0 { tell(.turn, Sentence.turned(turn)) }
        compareDistances(old, new, growth: change)
        comparePlaces(old, new, isSameLook: isSameLook, growth: change)
        guard !isSameText, isSameLook else { return }
        if details.isEmpty {
            rereading = Sentence.texts("reads", old.text, new.text)
        } else {
            tell(.text, Sentence.texts("text", old.text, new.text))
        }
    }

    /// What is not to be seen is not told: a font of another name whose letters are the same, a language that changes no letter.
    private mutating func compareLetters(_ old: ReferenceText, _ new: ReferenceText, isSameText: Bool) {
        guard old.shape != new.shape else { return }
        if old.fonts != new.fonts {
            tell(.font, "font \(old.fonts.joined(separator: " + ")) → \(new.fonts.joined(separator: " + "))")
            toldFonts.formUnion(old.fonts + new.fonts)
            return
        }
        guard isSameText else { return }
        let changed = new.fonts.filter { fonts[$0] != nil }
        if changed.isEmpty {
            guard old.lines.count == new.lines.count else { return }
            // Where a letter stands on its line follows from where lines break.
            if old.lines.count > 1, old.lines.map(\.glyphs.count) != new.lines.map(\.glyphs.count) {
                return tell(.lines, "lines break elsewhere")
            }
            if old.language != new.language { tell(.language, "language \(old.language) → \(new.language)") }
            tell(.letters, "letters look different")
        }
        for name in changed {
            guard let hashes = fonts[name] else { continue }
            tell(.font, "font \(name) (\(hashes.old)) → \(name) (\(hashes.new))")
            toldFonts.insert(name)
        }
    }

    /// How far each line stands from the first, across the lines.
    private mutating func compareDistances(_ old: ReferenceText, _ new: ReferenceText, growth: Int) {
        guard old.lines.count > 1, old.lines.count == new.lines.count, let first = old.lines.first,
            let newFirst = new.lines.first
        else { return }
        let factor = Self.growth(old, new, growth)
        // Rounding adds up to half a step here and there.
        let most = measuring.tolerance + (factor == 1 ? 0 : 2)
        let further = zip(old.lines, new.lines).map { before, after in
            let way = (old.across(before.origin) - old.across(first.origin)) * factor
            let change = new.across(after.origin) - new.across(newFirst.origin) - way
            return Hundredths.millimetres(way < .zero ? .zero - change : change)
        }
        guard further.contains(where: { abs($0) > most }), let last = further.last else { return }
        let gaps = old.lines.count - 1
        let apart = Int((Double(last) / Double(gaps)).rounded())
        let isEven = further.enumerated().allSatisfy { abs($1 - last * $0 / gaps) <= most }
        guard apart != 0, isEven else { return tell(.lines, "lines stand at other distances") }
        tell(.lines, "lines \(Sentence.millimetres(abs(apart))) \(apart > 0 ? "further apart" : "closer together")")
    }

    /// How many times as large the letters are.
    private static func growth(_ old: ReferenceText, _ new: ReferenceText, _ growth: Int) -> Double {
        growth != 0 && old.size > .zero ? new.size / old.size : 1
    }

    /// How far a text moved beyond what follows from its size, its width and the number of its lines.
    private mutating func comparePlaces(
        _ old: ReferenceText, _ after: ReferenceText, isSameLook: Bool, growth: Int
    ) {
        var new = after
        if isSameLook {
            // Letters that look the same are as wide as they were, whatever room the last one takes beside it.
            let factor = Self.growth(old, new, growth)
            for index in new.lines.indices { new.lines[index].width = old.lines[index].width * factor }
        }
        guard let oldFirst = old.lines.first, let newFirst = new.lines.first else { return }
        if old.isVertical, new.isVertical {
            let right = measuring.difference(oldFirst.origin.x, newFirst.origin.x)
            let down = measuring.shift((oldFirst.origin.y, oldFirst.width), (newFirst.origin.y, newFirst.width))
            return tell(.position, Sentence.moved(right: abs(right) > abs(growth) ? right : 0, down: down))
        }
        var right = 0
        var isUneven = false
        if old.lines.count == new.lines.count {
            let shifts = zip(old.lines, new.lines).map {
                measuring.shift(($0.origin.x, $0.width), ($1.origin.x, $1.width))
            }
            right = shifts.max { abs($0) < abs($1) } ?? 0
            isUneven = shifts.contains { abs($0 - right) > measuring.tolerance }
        } else {
            right = measuring.shift(Self.span(old), Self.span(new))
        }
        var down = measuring.difference(oldFirst.origin.y, newFirst.origin.y)
        // A larger em stands lower from its box's top and higher from its foot; more lines reach further up.
        let reach = growth * 5 / 4
        let lines = (new.lines.count - old.lines.count) * Hundredths.millimetres(max(old.size, new.size) * 1.6)
        let explained = (min(0, reach) + min(0, -lines))...(max(0, reach) + max(0, -lines))
        if explained.contains(down) { down = 0 }
        tell(.position, Sentence.moved(right: right, down: down, upTo: isUneven))
    }

    private static func span(_ text: ReferenceText) -> (start: Length, length: Length) {
        let start = text.lines.map(\.origin.x).min() ?? .zero
        let end = text.lines.map { $0.origin.x + $0.width }.max() ?? .zero
        return (start, end - start)
    }

    // MARK: Art

    private mutating func compare(_ old: ReferenceArt, _ new: ReferenceArt) {
        let isSamePicture =
            old.source.fileHash == new.source.fileHash || old.source.pixelHash == new.source.pixelHash
        if isSamePicture { compareCrop(old, new) } else { tell(.picture, Self.picture(old.source, new.source)) }
        let turn = measuring.turned(old.turn, new.turn, extent: max(old.box.width, old.box.height))
        if turn != 0 { tell(.turn, Sentence.turned(turn)) }
        let edge = measuring.difference(old.edge, new.edge)
        if edge != 0 {
            tell(
                .extent,
                "edge \(Hundredths.text(Hundredths.millimetres(old.edge))) → \(Sentence.millimetres(Hundredths.millimetres(new.edge)))"
            )
        } else if old.finish != new.finish {
            tell(.shape, "shadow or frame changed")
        }
        // The upright box around turned art follows the turn.
        if turn == 0 { tell(.extent, measuring.grown(old.box, new.box)) }
        tell(.position, measuring.moved(old.box, new.box))
    }

    /// `picture changed (3.1 % of its area)`.
    private static func picture(_ old: ArtSource, _ new: ArtSource) -> String {
        guard old.width == new.width, old.height == new.height, old.tiles.count == new.tiles.count, !old.tiles.isEmpty
        else { return "picture replaced" }
        let different = zip(old.tiles, new.tiles).count { $0 != $1 }
        // Tiles are told apart by a few bits: where none differs, one does all the same.
        let share = (max(different, 1) * 1000 + old.tiles.count / 2) / old.tiles.count
        let text = Hundredths.text(share * 10)
        return "picture changed (\(different == 0 ? "less than " : "")\(text) % of its area)"
    }

    private mutating func compareCrop(_ old: ReferenceArt, _ new: ReferenceArt) {
        let (before, after) = (old.source.shown, new.source.shown)
        guard before != after, before.count == 4, after.count == 4 else { return }
        // A share of the source is so much paper as the whole of the source would be at this size.
        func step(_ share: Int, _ side: Length) -> Int {
            let shown = max(after[share % 2 + 2], 0.001)
            return measuring.told(Hundredths.millimetres(side * ((after[share] - before[share]) / shown)))
        }
        let grown = [step(2, new.box.width), step(3, new.box.height)]
        let moved = [step(0, new.box.width), step(1, new.box.height)]
        if grown.contains(where: { $0 != 0 }) {
            let isWider = grown.allSatisfy { $0 >= 0 }
            let isCloser = grown.allSatisfy { $0 <= 0 }
            tell(.crop, isWider ? "crop shows more" : isCloser ? "crop shows less" : "crop changed")
        } else if moved.contains(where: { $0 != 0 }) {
            tell(.crop, "crop moved")
        }
    }

    // MARK: Codes and shapes

    private mutating func compare(_ old: ReferenceCode, _ new: ReferenceCode) {
        if !old.text.utf8.elementsEqual(new.text.utf8) {
            tell(.code, Sentence.texts("QR text", old.text, new.text))
        } else if old.modules != new.modules {
            tell(.code, "QR code has \(new.modules) modules a side (was \(old.modules))")
        }
        if old.color != new.color { tell(.color, Sentence.colors([old.color], [new.color])) }
        tell(.extent, measuring.grown(old.box, new.box))
        tell(.position, measuring.moved(old.box, new.box))
    }

    private mutating func compare(_ old: ReferenceShapes, _ new: ReferenceShapes) {
        if old.colors != new.colors { tell(.color, Sentence.colors(old.colors, new.colors)) }
        let grown = measuring.grown(old.box, new.box)
        if old.count != new.count {
            let more = new.count - old.count
            tell(.shape, "\(Plural.counted(abs(more), "shape")) \(more > 0 ? "more" : "fewer")")
        } else if old.shape != new.shape, grown == nil {
            tell(.shape, "shape changed")
        }
        tell(.extent, grown)
        tell(.position, measuring.moved(old.box, new.box))
    }
}
