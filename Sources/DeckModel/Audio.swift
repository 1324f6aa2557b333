/// A spoken word.
public enum Audio: Hashable, Sendable {
    /// A file of the deck.
    case file(AssetPath)
    /// An `https` address.
    case address(String)
}
