internal import Artwork
internal import DisplayList
internal import Geometry
internal import Raster

/// Gives the renderer the studio's pictures as pixels.
struct StudioPixels: PixelSource {
    let studio: ArtworkStudio
    let dpi: Double

    func pixels(of picture: Picture, width: Int, height: Int) throws -> (
        width: Int, height: Int, premultipliedRGBA: [UInt8]
    ) {
        let size = Size(width: .inches(Double(width) / dpi), height: .inches(Double(height) / dpi))
        let image = try studio.pixels(of: picture, at: dpi, size: size)
        return (image.width, image.height, image.pixels)
    }
}
