public import DisplayList

/// A piece of a text and its colour. Pieces end where characters end, and add up to the text.
public struct TextTint: Hashable, Sendable {
    public var text: String
    /// Nil for the colour that the text has otherwise.
    public var color: Color?

    public init(_ text: String, _ color: Color?) {
        self.text = text
        self.color = color
    }
}
