/// What a photo's crop keeps in view.
public enum PhotoFocus: Hashable, Sendable {
    /// As much of the scene as the proportions allow, around its middle.
    case center
    /// The thing, with air around it; its bounds in the photo, as of a cut-out that kept the photo's frame.
    case around(UnitRect, sourceAspect: Double)
}
