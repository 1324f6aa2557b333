internal import DeckModel
public import DisplayList

/// The colours of a template, by what they are for.
public struct Palette: Hashable, Sendable {
    /// Words: the darkest; a neutral grey is printed with black ink alone.
    public var word: Color = .gray(0.1)
    /// Readings and captions: quieter, never black.
    public var reading: Color = Color(red: 0.43, green: 0.36, blue: 0.31)
    /// Names of languages, numbers: the quietest that is still read easily.
    public var quiet: Color = Color(red: 0.47, green: 0.42, blue: 0.38)
    /// The paper that tints are mixed into.
    public var paper: Color = Color(red: 1, green: 0.992, blue: 0.975)
    public var noun: Color = Color(red: 0.16, green: 0.40, blue: 0.68)
    public var verb: Color = Color(red: 0.79, green: 0.29, blue: 0.23)
    public var adjective: Color = Color(red: 0.16, green: 0.48, blue: 0.31)
    /// Every other part of speech.
    public var other: Color = Color(red: 0.43, green: 0.41, blue: 0.40)
    // Genders and tones are told apart by those who see no red or no green too, and read on a tinted card.
    public var masculine: Color = Color(red: 0.10, green: 0.37, blue: 0.78)
    public var feminine: Color = Color(red: 0.80, green: 0.16, blue: 0.28)
    public var neuter: Color = Color(red: 0.09, green: 0.38, blue: 0.12)
    public var common: Color = Color(red: 0.54, green: 0.12, blue: 0.53)
    public var tone1: Color = Color(red: 0.80, green: 0.16, blue: 0.28)
    public var tone2: Color = Color(red: 0.56, green: 0.34, blue: 0)
    public var tone3: Color = Color(red: 0.03, green: 0.27, blue: 0.15)
    public var tone4: Color = Color(red: 0.08, green: 0.35, blue: 0.75)
    public var tone5: Color = Color(red: 0.36, green: 0.07, blue: 0.44)
    public var tone6: Color = Color(red: 0, green: 0.45, blue: 0.54)
    /// Mandarin's light tone.
    public var neutralTone: Color = Color(red: 0.42, green: 0.41, blue: 0.40)
    /// The first, third, … syllable of a word, and the others.
    public var syllable1: Color = Color(red: 0.08, green: 0.35, blue: 0.75)
    public var syllable2: Color = Color(red: 0.80, green: 0.16, blue: 0.28)
    /// The line around letters that a child writes over.
    public var tracing: Color = .gray(0.45)

    /// Of backs that all cards share.
    public var back: Color = Color(red: 0.24, green: 0.45, blue: 0.56)

    public init() {}

    func color(of gender: Gender) -> Color {
        switch gender {
        case .masculine: masculine
        case .feminine: feminine
        case .neuter: neuter
        case .common: common
        }
    }

    static let names: [(name: String, path: any WritableKeyPath<Palette, Color> & Sendable)] = [
        ("word", \.word), ("reading", \.reading), ("quiet", \.quiet), ("paper", \.paper), ("noun", \.noun),
        ("verb", \.verb), ("adjective", \.adjective), ("other", \.other), ("masculine", \.masculine),
        ("feminine", \.feminine), ("neuter", \.neuter), ("common", \.common), ("tone1", \.tone1), ("tone2", \.tone2),
        ("tone3", \.tone3), ("tone4", \.tone4), ("tone5", \.tone5), ("tone6", \.tone6),
        ("neutralTone", \.neutralTone), ("syllable1", \.syllable1), ("syllable2", \.syllable2),
        ("tracing", \.tracing), ("back", \.back),
    ]
}
