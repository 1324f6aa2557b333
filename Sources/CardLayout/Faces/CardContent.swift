internal import DeckModel
internal import ICU
internal import Typesetting

/// A card as a face sees it: which word is the headword, which are the others.
struct CardContent {
    let card: Card
    /// Place in the deck, from 1.
    let number: Int
    let headword: Word?
    let others: [Word]

    init(card: Card, number: Int, headwordLanguage: String) {
        self.card = card
        self.number = number
        // A card that lacks the deck's first language still has a name: its first word.
        headword = card.words.first { $0.language == headwordLanguage } ?? card.words.first
        others = card.words.filter { [headword] in $0.language != headword?.language }
    }

    /// Place and date of the scene, as the deck's own fields say; nil where they say nothing.
    var capturedText: String? {
        let date = card.captured?.date.map {
            formatDate(year: $0.year, month: $0.month, day: $0.day, language: headword?.language ?? "und")
        }
        let parts = [card.captured?.place, date].compactMap { $0 }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    func meets(_ condition: Arrangement.Condition) -> Bool {
        func agrees(_ wanted: Bool?, _ actual: Bool) -> Bool { wanted == nil || wanted == actual }
        return agrees(condition.hasSticker, card.sticker != nil) && agrees(condition.hasPhoto, card.photo != nil)
            && agrees(condition.hasCode, card.address != nil) && others.count <= (condition.mostWords ?? .max)
            && agrees(condition.hasExample, headword?.example != nil)
            && agrees(condition.isVertical, headword.map { WritingMode.hasColumns(language: $0.language) } ?? false)
    }
}
