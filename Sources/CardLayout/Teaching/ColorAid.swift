/// What the colours of a word's parts tell a learner.
public enum ColorAid: String, Hashable, Sendable, CaseIterable {
    /// The word's gender, on all of it.
    case gender
    /// The word's gender, on its article where it has one.
    case article
    /// The tone of each syllable, on the word and on its readings.
    case tone
    /// Where syllables begin: two colours in turn.
    case syllable
}
