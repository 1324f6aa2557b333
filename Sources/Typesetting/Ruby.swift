internal import DisplayList
internal import Fonts
internal import HarfBuzz
internal import ICU

/// The readings of a text, shaped, and what room they take. Lengths are in ems of the base.
///
/// After "Requirements for Japanese Text Layout" (W3C jlreq, 3.3 Ruby) and "Requirements for Chinese Text Layout" (W3C clreq, 3.3): a
/// reading is set at half the size and centred over its base; a longer one hangs over kana beside it by at most one of its own letters, and
/// where that does not do the base is spaced out; a shorter one of kana is spread over the base. Zhuyin stands to the right of each
/// character, in lines and in columns.
struct Ruby: Sendable {
    /// A base and its reading.
    struct Span: Sendable {
        /// Code units of the text; no line ends inside.
        var range: Range<Int>
        var reading: Reading
        var source: Source
    }

    /// Where a reading stands in what the text was given with.
    struct Source {
        /// Among the segments that have a reading.
        var segment: Int
        /// Code units of the segment's reading before it.
        var offset = 0
    }

    /// A base and what is to be written at it.
    struct Annotation {
        var range: Range<Int>
        var reading: String
        var source: Source
    }

    enum Reading: Sendable {
        /// Over the base; `spread` is the space to share out between its letters, `hang` how far it begins before the base's room, nil
        /// where it stands in the middle.
        case above(ShapedText, spread: Double, hang: Double?)
        case beside(Zhuyin)
    }

    var spans: [Span]
    /// From the text's baseline up to the readings'.
    var baseline = 0.0
    /// From the text's baseline up to the top of the readings.
    var top = 0.0

    /// All readings, shaped.
    var texts: [ShapedText] {
        spans.flatMap { span in
            switch span.reading {
            case .above(let text, _, _): [text]
            case .beside(let zhuyin): zhuyin.symbols.map(\.text)
            }
        }
    }

    /// Size of a reading, as a share of the base's.
    static let scale = 0.5
    /// Between readings of letters that are read as words, such as pinyin.
    private static let wordSpace = 0.2
    private static let gap = 0.05

    /// The bases and readings of segments whose bases add up to the text; none where they do not.
    static func annotations(_ segments: [RubySegment], in units: [UInt16]) -> [Annotation] {
        guard segments.contains(where: { $0.reading != nil }) else { return [] }
        var found: [Annotation] = []
        var readings = 0
        var whole: [UInt16] = []
        for segment in segments {
            let base = Array(UnicodeText.nfc(segment.base).utf16)
            if let reading = segment.reading {
                if !base.isEmpty {
                    found.append(
                        Annotation(
                            range: whole.count..<whole.count + base.count, reading: reading,
                            source: Source(segment: readings)))
                }
                readings += 1
            }
            whole += base
        }
        let leading = whole.prefix { ShapedText.isSpace($0) || (0x09...0x0D).contains($0) }.count
        guard whole.count >= leading + units.count else { return [] }
        return found.flatMap { annotation in
            var placed = annotation
            let low = max(0, annotation.range.lowerBound - leading)
            let high = min(units.count, annotation.range.upperBound - leading)
            guard low < high else { return [Annotation]() }
            placed.range = low..<high
            return parts(placed, units)
        }
    }

    /// A base of several characters with as many zhuyin syllables is as many bases.
    private static func parts(_ whole: Annotation, _ units: [UInt16]) -> [Annotation] {
        guard Zhuyin.isZhuyin(whole.reading) else { return [whole] }
        let syllables = whole.reading.split(whereSeparator: \.isWhitespace)
        let base = String(decoding: units[whole.range], as: UTF16.self)
        guard syllables.count == base.count, syllables.count > 1, let first = syllables.first else { return [whole] }
        var start = whole.range.lowerBound
        return zip(base, syllables).map { character, syllable in
            let end = start + String(character).utf16.count
            defer { start = end }
            let offset = whole.reading.utf16.distance(from: first.startIndex, to: syllable.startIndex)
            return Annotation(
                range: start..<end, reading: String(syllable),
                source: Source(segment: whole.source.segment, offset: offset))
        }
    }

    /// Shapes the readings and makes room for them in the pieces, which must not reach across the ends of a span.
    init(
        _ spans: [Annotation], pieces: inout [ShapedPiece], scripts: [Script],
        units: [UInt16], language: String, writing: WritingMode, fonts: FontBook
    ) {
        self.spans = []
        var deepest = 0.0
        var highest = 0.0
        // Zhuyin in a column stands to the right of its character all the same, which is above it in the line.
        var columnTop = 0.0
        for (place, span) in spans.enumerated() {
            let indices = pieces.indices.filter { !pieces[$0].range.clamped(to: span.range).isEmpty }
            guard !indices.isEmpty else { continue }
            for index in indices {
                let em = Double(pieces[index].font.face.unitsPerEm)
                // The em box of ideographs ends 0.88 above the baseline, as all fonts of them have it.
                let letters = Double(pieces[index].ink?.top ?? 0) / em + Ruby.gap
                baseline = max(baseline, Itemizer.eastAsian.contains(scripts[index]) ? max(0.88, letters) : letters)
            }
            if Zhuyin.isZhuyin(span.reading), String(decoding: units[span.range], as: UTF16.self).count == 1 {
                let zhuyin = Zhuyin(span.reading, language: language, fonts: fonts)
                if writing == .vertical {
                    columnTop = ShapedPiece.middle + 0.5 + zhuyin.width + LineBox.air
                } else {
                    Ruby.pad(&pieces, indices, lead: 0, between: 0, trail: zhuyin.width)
                }
                self.spans.append(Span(range: span.range, reading: .beside(zhuyin), source: span.source))
                continue
            }
            let reading = ShapedText(
                span.reading, language: language, weight: .regular, writing: writing, fonts: fonts)
            let isSpaced = indices.allSatisfy { Itemizer.eastAsian.contains(scripts[$0]) }
            let isKana = reading.scripts.allSatisfy { Itemizer.eastAsian.contains($0) }
            let width = (reading.positions.last ?? 0) * Ruby.scale
            let base = indices.reduce(0) {
                $0 + Double(pieces[$1].advance) / Double(pieces[$1].font.face.unitsPerEm)
            }
            let excess = width + (isKana ? 0 : Ruby.wordSpace) - base
            var hang: Double?
            if excess > 0 {
                let before = span.range.lowerBound == 0 ? excess : Ruby.overhang(units, at: span.range.lowerBound - 1)
                let after =
                    span.range.upperBound == units.count ? excess : Ruby.overhang(units, at: span.range.upperBound)
                let isNext = place + 1 < spans.count && spans[place + 1].range.lowerBound == span.range.upperBound
                let isPrevious = place > 0 && spans[place - 1].range.upperBound == span.range.lowerBound
                let left = min(excess / 2, isPrevious ? 0 : before)
                let right = min(excess / 2, isNext ? 0 : after)
                hang = left + (isKana ? 0 : -Ruby.wordSpace / 2)
                let clusters = Double(indices.reduce(0) { $0 + pieces[$1].clusters.count })
                let room = excess - left - right
                let step = isSpaced && isKana ? room / clusters : 0
                let end = isSpaced && isKana ? step / 2 : room / 2
                Ruby.pad(&pieces, indices, lead: end, between: step, trail: end)
            }
            let spread = isSpaced && isKana ? max(0, base - width) : 0
            self.spans.append(
                Span(
                    range: span.range, reading: .above(reading, spread: spread, hang: hang), source: span.source))
            for piece in reading.pieces {
                guard let ink = piece.ink else { continue }
                let em = Double(piece.font.face.unitsPerEm)
                deepest = max(deepest, -Double(ink.bottom) / em * Ruby.scale)
                highest = max(highest, Double(ink.top) / em * Ruby.scale)
            }
        }
        guard highest > 0 else {
            (baseline, top) = (0, columnTop)
            return
        }
        baseline += deepest + Ruby.gap
        top = max(columnTop, baseline + highest + LineBox.air)
    }

    /// How far a reading may hang over a neighbour: over kana by one letter of its own, over a space by half of it, over ideographs not at all.
    private static func overhang(_ units: [UInt16], at index: Int) -> Double {
        switch units[index] {
        case 0x3041...0x30FF: scale
        case 0x20, 0xA0: 0.12
        case 0x3000...0x303F, 0xFF00...0xFF65: scale
        default: 0
        }
    }

    /// Puts space, in ems, before, between and after the letters of pieces that follow one another.
    private static func pad(
        _ pieces: inout [ShapedPiece], _ indices: [Int], lead: Double, between: Double, trail: Double
    ) {
        for (order, index) in indices.enumerated() {
            let isFirst = order == 0
            let isLast = order == indices.count - 1
            pieces[index].pad(
                lead: isFirst ? lead : between, between: between, trail: isLast ? trail : 0)
        }
    }
}

extension ShapedPiece {
    /// Puts space, in ems, before, between and after the clusters. In a right-to-left piece the lead is on the right.
    mutating func pad(lead: Double, between: Double, trail: Double) {
        let em = Double(font.face.unitsPerEm)
        let (left, right) = isRightToLeft ? (trail, lead) : (lead, trail)
        var shift = Int((left * em).rounded())
        let step = Int((between * em).rounded())
        var glyph = 0
        ink = nil
        for index in clusters.indices {
            if index > 0 { shift += step }
            for _ in 0..<clusters[index].glyphs {
                glyphs[glyph].x += shift
                if let box = inkBox(of: glyphs[glyph]) { ink = ink?.union(box) ?? box }
                glyph += 1
            }
            if index > 0 { extents[index].advance += step }
        }
        let end = Int((right * em).rounded())
        if !extents.isEmpty {
            extents[0].advance += Int((left * em).rounded())
            extents[extents.count - 1].advance += end
        }
        advance += shift + end
        isPadded = isPadded || lead != 0 || between != 0 || trail != 0
    }
}
