internal import HarfBuzz

/// The faces that may set a piece of text, in order of preference. Each is opened when it is first asked for.
public struct FontCandidates: Sendable {
    struct Candidate: Sendable {
        var slot: FontSlot
        var reason: FontReason
    }

    /// The user's own fonts and those of the rules for the language and script.
    let chosen: [Candidate]
    /// The last resort.
    let others: [Candidate]
    let weight: FontWeight

    /// Where no face has a character, its place is shown by this one.
    public var first: Font? {
        chosen.lazy.compactMap { $0.slot.font(weight) }.first ?? others.lazy.compactMap { $0.slot.font(weight) }.first
    }

    /// The first face that has all the characters. Default ignorable ones (joiners, variation selectors) need no glyph.
    ///
    /// - Parameter withLastResort: Whether faces that no rule names for the language and script count too.
    public func font(covering scalars: some Collection<Unicode.Scalar>, withLastResort: Bool) -> Font? {
        func covers(_ font: Font) -> Bool {
            scalars.allSatisfy { $0.properties.isDefaultIgnorableCodePoint || font.face.covers($0) }
        }
        for candidate in chosen {
            if let font = candidate.slot.font(weight), covers(font) { return font }
        }
        guard withLastResort else { return nil }
        for candidate in others {
            if let font = candidate.slot.font(weight), covers(font) { return font }
        }
        return nil
    }

    /// Why a face is among the candidates; nil where it is not.
    public func reason(for font: Font) -> FontReason? {
        (chosen + others).first { $0.slot.font(weight) === font }?.reason
    }
}
