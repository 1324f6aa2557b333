/// Grammatical gender, for the colours that language teachers use.
public enum Gender: String, Hashable, Sendable, CaseIterable {
    case masculine = "m"
    case feminine = "f"
    case neuter = "n"
    case common = "c"
}
