/// Which clusters are shown as emoji, in colour, and which as signs of text (UTS #51, 4.3 "Emoji and Text Presentation Selectors").
enum EmojiPresentation {
    /// Whether a grapheme cluster is shown as an emoji: by what its first character is by default, by a presentation selector, or
    /// because it is a sequence (skin tone, joined, keycap, flag).
    static func isEmoji(_ cluster: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        guard let first = cluster.first else { return false }
        let rest = cluster.dropFirst()
        if rest.first == textSelector { return false }
        if first.properties.isEmojiPresentation { return true }
        guard first.properties.isEmoji, let second = rest.first else { return false }
        // Digits are emoji only as keycaps.
        if first.isASCII { return rest.contains(keycap) }
        if second == emojiSelector || second.properties.isEmojiModifier { return true }
        return second == joiner && (rest.dropFirst().first?.properties.isEmoji ?? false)
    }

    /// Whether a text can have any, told by its code units: every emoji is among the symbols or beyond U+FFFF, or has a selector after it.
    static func mayOccur(in units: [UInt16]) -> Bool {
        units.contains { (0x200D..<0x2E80).contains($0) || $0 == 0xFE0F || (0xD83C...0xD83E).contains($0) }
    }

    private static let textSelector: Unicode.Scalar = "\u{FE0E}"
    private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"
    private static let keycap: Unicode.Scalar = "\u{20E3}"
    private static let joiner: Unicode.Scalar = "\u{200D}"
}
