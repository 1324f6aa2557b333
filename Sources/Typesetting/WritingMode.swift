internal import ICU

/// How lines run.
public enum WritingMode: Hashable, Sendable {
    /// Lines from left to right or from right to left, one below another.
    case horizontal
    /// Columns from top to bottom where the language is written so; where it is not, as ``horizontal``.
    ///
    /// Japanese, Chinese and Korean stand upright in columns from right to left, with letters of other scripts turned a quarter clockwise and
    /// two digits side by side (W3C jlreq, 2.3.2); Mongolian in columns from left to right (W3C mlreq).
    case vertical

    /// Whether a language, by its BCP 47 tag, is written in columns too.
    public static func hasColumns(language: String) -> Bool { ColumnOrder(Language(language)) != nil }
}

/// In which order columns follow one another.
enum ColumnOrder: Sendable {
    case rightToLeft, leftToRight

    /// The columns of a language, nil where it has none.
    init?(_ language: Language) {
        let scripts = language.scripts
        if scripts.contains(where: { Itemizer.eastAsian.contains($0) || $0 == .hangul }) {
            self = .rightToLeft
        } else if scripts.contains(where: { ["Mong", "Phag"].contains($0.description) }) {
            self = .leftToRight
        } else {
            return nil
        }
    }
}

/// How a piece stands in its line.
enum PieceOrientation: Sendable {
    /// Along the line, as letters are set; turned with the line in a column.
    case along
    /// Upright in a column, one character below another.
    case upright
    /// Upright in a column, side by side in the room of one character (tate-chu-yoko).
    case combined
}

extension PieceOrientation {
    /// The stretches of a text in columns, in order.
    static func stretches(_ units: [UInt16]) -> [(range: Range<Int>, orientation: PieceOrientation)] {
        var found: [(range: Range<Int>, orientation: PieceOrientation)] = []
        var start = 0
        for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
            let end = start + scalar.utf16.count
            let orientation: PieceOrientation =
                scalar.properties.isGraphemeExtend
                ? found.last?.orientation ?? .along
                : UnicodeText.isUprightInColumns(scalar) ? .upright : .along
            if let last = found.last, last.orientation == orientation {
                found[found.count - 1].range = last.range.lowerBound..<end
            } else {
                found.append((start..<end, orientation))
            }
            start = end
        }
        // Two digits on their own stand side by side.
        for index in found.indices where found[index].orientation == .along && found[index].range.count <= 2 {
            if units[found[index].range].allSatisfy({ (0x30...0x39).contains($0) }) {
                found[index].orientation = .combined
            }
        }
        return found
    }
}
