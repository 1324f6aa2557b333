public import Fonts
internal import HarfBuzz
public import ICU

/// A piece of a text and the font that sets it.
public struct FontUse: Sendable {
    public var text: String
    public var script: Script
    public var font: Font
    /// Why this font; nil where it only marks the places of characters that no font has.
    public var reason: FontReason?
    /// The font that comes first for the language and script, where that is another one.
    public var firstChoice: Font?
    /// The characters of the piece that the first choice lacks, each once.
    public var lacking: [Unicode.Scalar]
}

/// The fonts of a text, piece by piece in logical order, and the characters that no font has.
public struct FontUses: Sendable {
    public var pieces: [FontUse]
    public var missing: [MissingCharacter]
}

extension Typesetter {
    /// Which fonts set a text.
    public func fontUses(of text: String, style: TextStyle) -> FontUses {
        let shaped = shape(text, [], style)
        let uses = shaped.pieces.indices.map { index in
            let piece = shaped.pieces[index]
            let candidates = fonts.candidates(
                language: shaped.languages[index], script: shaped.scripts[index], weight: style.weight)
            let first = candidates.first
            var seen: Set<Unicode.Scalar> = []
            let lacking = Array(piece.text.unicodeScalars).filter { scalar in
                guard let first, first !== piece.font, !scalar.properties.isDefaultIgnorableCodePoint else {
                    return false
                }
                return !first.face.covers(scalar) && seen.insert(scalar).inserted
            }
            return FontUse(
                text: piece.text, script: shaped.scripts[index], font: piece.font,
                reason: candidates.reason(for: piece.font), firstChoice: first === piece.font ? nil : first,
                lacking: lacking)
        }
        return FontUses(pieces: uses, missing: shaped.missing)
    }
}
