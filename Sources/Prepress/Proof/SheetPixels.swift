internal import Codecs
internal import DisplayList
internal import Raster

/// Gives the renderer the PNG files of a picture sheet, each named by its number.
struct SheetPixels: PixelSource {
    let files: [[UInt8]]

    func pixels(of picture: Picture, width: Int, height: Int) throws -> (
        width: Int, height: Int, premultipliedRGBA: [UInt8]
    ) {
        guard let number = Int(picture.key), files.indices.contains(number) else {
            throw CodecError.unsupported("a picture that is not in the report")
        }
        let bitmap = try ImageDecoder.decode(files[number], format: .png).bitmap
        guard !bitmap.isOpaque else { return (bitmap.width, bitmap.height, bitmap.pixels) }
        var pixels = bitmap.pixels
        for index in pixels.indices where index % 4 != 3 {
            pixels[index] = UInt8((Int(pixels[index]) * Int(pixels[index | 3]) + 127) / 255)
        }
        return (bitmap.width, bitmap.height, pixels)
    }
}
