public import Fonts
public import Geometry
public import Hyphenation

/// Sets text: itemise, shape, break, fit, lines of glyph runs. Cheap to copy; copies share the fonts and the cache of shaped words.
///
/// The result depends on the text, the style and the font files alone. Text is set in NFC; line breaks and tabs count as spaces.
public struct Typesetter: Sendable {
    let fonts: FontBook
    let hyphenator: Hyphenator?
    private let cache: ShapingCache

    /// - Parameter hyphenator: Parts long words; without it none is parted but at soft hyphens.
    public init(fonts: FontBook, hyphenator: Hyphenator? = nil) {
        self.fonts = fonts
        self.hyphenator = hyphenator
        cache = ShapingCache()
    }

    /// Text at one size, in as few lines as the width allows, about equally long; without a width in one line.
    ///
    /// Lines end only where the language allows it. A word wider than the width is not broken inside a syllable or cluster; it leaves the width,
    /// which ``Paragraph/size`` shows. Lines are aligned in the width, or in the widest line's.
    ///
    /// - Parameters:
    ///   - ruby: The text in pieces, some with readings; their bases add up to the text. Empty for none.
    ///   - size: The em's size.
    ///   - lineSpacing: The distance of the baselines as a multiple of the line height that fonts and ink ask for.
    public func paragraph(
        _ text: String, ruby: [RubySegment] = [], style: TextStyle, size: Length, width: Length?,
        alignment: TextAlignment, lineSpacing: Double = 1
    ) -> Paragraph {
        let shaped = shape(text, ruby, style)
        let builder = builder(shaped, style, alignment, lineSpacing: lineSpacing)
        return builder.paragraph(lines(of: shaped, size: size, width: width), size: size, width: width)
    }

    private func lines(of shaped: ShapedText, size: Length, width: Length?) -> [Range<Int>] {
        guard !shaped.units.isEmpty else { return [] }
        let whole = 0..<shaped.units.count
        guard let width, size > .zero else { return [whole] }
        let bound = width / size
        if shaped.positions[shaped.contentEnd(whole)] <= bound { return [whole] }
        var last = [whole]
        for breaker in breaking(shaped).ways(widest: bound) {
            last = breaker.lines(width: bound)
            if breaker.widestPiece <= bound { break }
        }
        return last
    }

    private func breaking(_ shaped: ShapedText) -> LineBreaking {
        LineBreaking(shaped, WordParting(text: shaped, hyphenator: hyphenator))
    }

    private func builder(
        _ shaped: ShapedText, _ style: TextStyle, _ alignment: TextAlignment, lineSpacing: Double = 1
    ) -> ParagraphBuilder {
        ParagraphBuilder(
            text: shaped, parting: WordParting(text: shaped, hyphenator: hyphenator), style: style,
            alignment: alignment,
            lineSpacing: lineSpacing)
    }

    /// The largest size, in steps of 0.25 pt down from `largest`, at which the text fits a box.
    ///
    /// Fewer lines are preferred unless more give a size at least 15 % larger; a word is made smaller, down to `smallest`, before it is parted
    /// with a hyphen or broken inside. Ink counts: nothing of the text leaves the box. Where it fits at no size, the paragraph is set at `smallest` and ``FittedText/fits`` is false.
    public func fit(
        _ text: String, ruby: [RubySegment] = [], style: TextStyle, box: Size, largest: Length, smallest: Length,
        maxLines: Int, alignment: TextAlignment
    ) -> FittedText {
        let shaped = shape(text, ruby, style)
        let builder = builder(shaped, style, alignment)
        let line = shaped.columns == nil ? box : Size(width: box.height, height: box.width)
        let fitting = Fitting(
            text: shaped, breaking: breaking(shaped), builder: builder, box: line, largest: largest,
            smallest: min(smallest, largest),
            maxLines: max(1, maxLines))
        if let fitted = fitting.best() { return fitted }
        let paragraph = builder.paragraph(
            lines(of: shaped, size: smallest, width: line.width), size: smallest, width: line.width)
        return FittedText(paragraph: paragraph, fits: false, fittingSize: fitting.sizeBelow())
    }

    /// How wide the text is in one line, ink that hangs over its ends included.
    public func naturalWidth(
        _ text: String, ruby: [RubySegment] = [], style: TextStyle, size: Length
    ) -> Length {
        paragraph(text, ruby: ruby, style: style, size: size, width: nil, alignment: .left).size.width
    }

    func shape(_ text: String, _ ruby: [RubySegment] = [], _ style: TextStyle) -> ShapedText {
        cache.text(text, ruby: ruby, language: style.language, weight: style.weight, writing: style.writing) {
            ShapedText(
                text, ruby: ruby, language: style.language, weight: style.weight, writing: style.writing, fonts: fonts)
        }
    }
}
