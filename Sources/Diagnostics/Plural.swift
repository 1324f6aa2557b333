/// Numbers of things in English sentences.
public enum Plural {
    /// `1 card`, `2 cards`.
    public static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
