internal import DisplayList

/// The colours of a text that is set, and of the readings at it.
struct TextPaint {
    var color: Color
    var tints: TintedRanges?
    var outline: GlyphRun.Outline?
    private var rubyColor: Color
    /// By the place of a reading among the text's.
    private var readings: [TintedRanges?] = []

    init(color: Color) {
        self.color = color
        rubyColor = color
    }

    init(_ style: TextStyle) {
        color = style.color
        outline = style.outline
        tints = TintedRanges(style.tints, color: style.color)
        rubyColor = style.rubyColor ?? style.color
        readings = style.rubyTints.map { [rubyColor] tints in TintedRanges(tints, color: rubyColor) }
    }

    /// The colours of a reading, which are letters filled with them.
    func ofReading(_ index: Int) -> TextPaint {
        var paint = TextPaint(color: rubyColor)
        if readings.indices.contains(index) { paint.tints = readings[index] }
        return paint
    }

    /// The colour of a character, by its first code unit.
    func color(at offset: Int) -> Color { tints?.color(at: offset) ?? color }
}
