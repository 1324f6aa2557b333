public import Geometry
public import Imposition

/// The two maps that pages go through before a printer prints them, so that they are right on its paper.
public struct SheetCorrection: Hashable, Sendable {
    /// Of front pages, in their own coordinates.
    public let front: Transform
    /// Of back pages, in their own coordinates.
    public let back: Transform

    /// Nothing to put right.
    public static let none = SheetCorrection(front: .identity, back: .identity)

    public func map(_ side: Side) -> Transform { side == .front ? front : back }

    private init(front: Transform, back: Transform) {
        self.front = front
        self.back = back
    }

    /// Fronts are made right in size. Backs go the way of the fronts and then back along the distortion: what was planned behind a place of the front
    /// lands there. `mirror` takes back pages to the places before them.
    init(fronts: FrontScale, backs: Distortion, sheet: Size, mirror: Transform) {
        front = fronts.correction(sheet: sheet)
        let undone = backs.transform(sheet: sheet).inverse ?? .identity
        back = mirror.then(front).then(undone).then(mirror)
    }
}
