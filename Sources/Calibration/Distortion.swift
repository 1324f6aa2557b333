public import Geometry

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How the backs of a printer come out, measured against its fronts and as seen from the front: what should lie behind a place lies where this puts it.
///
/// About the sheet's centre: scaled, made crooked by the skew, turned, moved.
public struct Distortion: Hashable, Sendable {
    /// To the right.
    public var offsetX: Length
    /// Downwards.
    public var offsetY: Length
    /// Degrees, clockwise.
    public var angle: Double
    /// Level and upright, 1 for the same size as the fronts.
    public var scaleX: Double
    public var scaleY: Double
    /// Degrees that upright lines lean beyond the angle, clockwise.
    public var skew: Double

    public static let none = Distortion(offsetX: .zero, offsetY: .zero, angle: 0, scaleX: 1, scaleY: 1, skew: 0)

    public init(
        offsetX: Length, offsetY: Length, angle: Double, scaleX: Double, scaleY: Double, skew: Double
    ) {
        self.offsetX = offsetX
        self.offsetY = offsetY
        self.angle = angle
        self.scaleX = scaleX
        self.scaleY = scaleY
        self.skew = skew
    }

    /// From a map that takes distances from the sheet's centre to distances from it.
    init(_ map: Transform) {
        offsetX = map.tx
        offsetY = map.ty
        let turn = atan2(map.b, map.a)
        angle = turn * 180 / .pi
        scaleX = hypot(map.a, map.b)
        scaleY = hypot(map.c, map.d)
        skew = (atan2(-map.c, map.d) - turn) * 180 / .pi
    }

    /// The map of a sheet's places, in front page coordinates.
    public func transform(sheet: Size) -> Transform {
        let center = Point(x: sheet.width / 2, y: sheet.height / 2)
        let (level, upright) = (Self.direction(angle), Self.direction(angle + skew))
        let map = Transform(
            a: scaleX * level.cosine, b: scaleX * level.sine, c: -scaleY * upright.sine, d: scaleY * upright.cosine,
            tx: offsetX, ty: offsetY)
        return Transform.translation(.zero - center).then(map).then(.translation(center))
    }

    /// The distortion of the same printer for pages held the other way: drivers turn pages that lie by a quarter against the clock, to print them on
    /// paper that stands (RFC 8011, 5.2.10).
    func turned(lies: Bool) -> Distortion {
        Distortion(
            Transform.quarterTurns(lies ? 3 : 1).then(transform(sheet: .zero)).then(.quarterTurns(lies ? 1 : 3)))
    }

    /// Rounded, because the last bits of `sin` and `cos` differ between systems.
    private static func direction(_ degrees: Double) -> (cosine: Double, sine: Double) {
        let angle = degrees * .pi / 180
        return ((cos(angle) * 1e10).rounded() / 1e10, (sin(angle) * 1e10).rounded() / 1e10)
    }
}
