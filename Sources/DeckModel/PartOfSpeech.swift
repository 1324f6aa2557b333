/// What kind of word a card shows.
public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
    case noun, verb, adjective, adverb, pronoun, numeral, phrase, other
}
