/// What can be read of a damaged snapshot: enough to record the deck anew as it was recorded before.
public struct ReferenceRemains: Hashable, Sendable {
    /// The template's name, or its path relative to the deck's folder; nil where it cannot be read.
    public var template: String?
    /// Nil where it cannot be read.
    public var savesInk: Bool?
    public var comments: ReferenceComments
}
