internal import HarfBuzz

/// The faces that may set a piece of text, in order of preference. Each is opened when it is first asked for.
public struct FontCandidates: Sendable {
    /// The user's own fonts and those of the rules for the language and script.
    let chosen: [FontSlot]
    /// The last resort.
    let others: [FontSlot]
    /// Where no face has a character, its place is shown by this one.
    public var first: Font? { chosen.lazy.compactMap(\.font).first ?? others.lazy.compactMap(\.font).first }

    /// The first face that has all the characters. Default ignorable ones (joiners, variation selectors) need no glyph.
    ///
    /// - Parameter withLastResort: Whether faces that no rule names for the language and script count too.
    public func font(covering scalars: some Collection<Unicode.Scalar>, withLastResort: Bool) -> Font? {
        func covers(_ font: Font) -> Bool {
            scalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint || font.face.covers($0) }
        }
        for slot in chosen {
            if let font = slot.font, covers(font) { return font }
        }
        guard withLastResort else { return nil }
        for slot in others {
            if let font = slot.font, covers(font) { return font }
        }
        return nil
    }
}
