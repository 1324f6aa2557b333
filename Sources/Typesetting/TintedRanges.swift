internal import DisplayList
internal import ICU

/// Colours by place in a text that is set: NFC, without white space at its start.
struct TintedRanges {
    private var parts: [(range: Range<Int>, color: Color)] = []
    private let color: Color

    /// Nil where no piece has a colour of its own.
    ///
    /// - Parameter color: Of pieces that have none, and of what comes after the last.
    init?(_ tints: [TextTint], color: Color) {
        guard tints.contains(where: { $0.color != nil }) else { return nil }
        self.color = color
        var whole: [UInt16] = []
        for tint in tints {
            let start = whole.count
            whole += UnicodeText.nfc(tint.text).utf16
            parts.append((start..<whole.count, tint.color ?? color))
        }
        let leading = whole.prefix { ShapedText.isSpace($0) || (0x09...0x0D).contains($0) }.count
        for index in parts.indices {
            let range = parts[index].range
            parts[index].range = max(0, range.lowerBound - leading)..<max(0, range.upperBound - leading)
        }
    }

    /// The colours of a stretch of the text, in its order, at least one.
    func colors(in range: Range<Int>) -> [(range: Range<Int>, color: Color)] {
        var found: [(range: Range<Int>, color: Color)] = []
        for part in parts {
            let common = part.range.clamped(to: range)
            guard !common.isEmpty else { continue }
            if let last = found.last, last.color == part.color {
                found[found.count - 1].range = last.range.lowerBound..<common.upperBound
            } else {
                found.append((common, part.color))
            }
        }
        return found.isEmpty ? [(range, color)] : found
    }

    /// The colour of a character, by its first code unit.
    func color(at offset: Int) -> Color { colors(in: offset..<offset + 1)[0].color }
}
