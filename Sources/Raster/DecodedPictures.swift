internal import Cairo
internal import DisplayList
internal import Geometry
internal import Painting

/// Pictures decoded at the size at which they are drawn.
final class DecodedPictures: PictureSurfaces {
    private let source: any PixelSource
    /// Pixels a unit of the surface.
    private let scale: Double

    init(source: any PixelSource, scale: Double) {
        self.source = source
        self.scale = scale
    }

    func surface(for picture: PlacedPicture, transform: Transform) throws -> ImageSurface {
        let map = transform
        let columns = picture.area.width.points * (map.a * map.a + map.b * map.b).squareRoot() * scale
        let rows = picture.area.height.points * (map.c * map.c + map.d * map.d).squareRoot() * scale
        let decoded = try source.pixels(
            of: picture.picture, width: Int(max(1, min(16_384, columns.rounded(.up)))),
            height: Int(max(1, min(16_384, rows.rounded(.up)))))
        return try ImageSurface(
            premultipliedRGBA: decoded.premultipliedRGBA, width: decoded.width, height: decoded.height)
    }

    var invisibleInk: Color? { nil }

    func marker(for matrix: PlacedMatrix, transform: Transform) -> Color? { nil }
}
