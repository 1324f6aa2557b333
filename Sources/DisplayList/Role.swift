public import Geometry

/// What the items of a group are for: the part of the card that they show.
///
/// The idea of marked content (ISO 32000-2, 14.6): it changes nothing that is painted.
public enum Role: Hashable, Sendable {
    /// What one element of the template drew, by the element's name.
    case element(String)
    /// One text of the card: its field as the deck names it (`words.ja.text`, `words.ja.reading`, `caption`, …), its BCP 47 tag, and
    /// what it says: lines drop the spaces where they end and show hyphens that are none of its letters.
    case text(field: String, language: String, content: String)
    /// One QR code with its panel: the field that its address comes from (`link`, `words.ja.audio`).
    case code(field: String)
    /// One piece of art with its edge and shadow: `sticker` or `photo`, what it was made from, and how wide its white edge is.
    case art(field: String, source: ArtSource, edge: Length)
}
