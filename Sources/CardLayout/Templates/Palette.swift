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

    /// Of backs that all cards share.
    public var back: Color = Color(red: 0.24, green: 0.45, blue: 0.56)

    public init() {}

    static let names: [(name: String, path: any WritableKeyPath<Palette, Color> & Sendable)] = [
        ("word", \.word), ("reading", \.reading), ("quiet", \.quiet), ("paper", \.paper), ("noun", \.noun),
        ("verb", \.verb), ("adjective", \.adjective), ("other", \.other),
        ("back", \.back),
    ]
}
