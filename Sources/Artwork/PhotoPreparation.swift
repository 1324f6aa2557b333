internal import Codecs
internal import DisplayList
internal import Geometry

/// Makes a scene photo: decode → crop around the focus → scale once → JPEG.
struct PhotoPreparation {
    var options: ArtworkOptions
    var size: Size
    var focus: PhotoFocus

    private static let quality = 86
    /// The thing takes at most this share of the crop's width or height; the rest is air.
    private static let thingShare = 0.7
    /// A crop around a small thing still shows this share of the largest crop, so that one sees where it was.
    private static let leastShare = 0.35
    /// A crop is not made so small that it has fewer pixels an inch, as long as the picture has more.
    private static let leastDensity = 200.0

    func prepare(_ bytes: [UInt8]) throws(ArtworkError) -> (Answer, [FinishedPicture]) {
        do throws(CodecError) { return try make(bytes) } catch { throw ArtworkError(error) }
    }

    private func make(_ bytes: [UInt8]) throws(CodecError) -> (Answer, [FinishedPicture]) {
        let format = try ImageFormat.detect(bytes)
        guard format != .svg else { throw .unsupported("a drawing (SVG) in the place of a photo") }
        guard size.width.points > 0, size.height.points > 0 else { throw .unsupported("a photo without a size") }
        let image = try ImageDecoder.decode(bytes, format: format) { width, height in
            let crop = self.crop(width: Double(width), height: Double(height))
            let (columns, rows) = pixels(crop)
            // The whole picture is decoded so that the crop in it has as many pixels as are printed.
            return (
                Int((Double(columns) / crop.width * Double(width)).rounded(.up)),
                Int((Double(rows) / crop.height * Double(height)).rounded(.up))
            )
        }
        let crop = self.crop(width: Double(image.sourceWidth), height: Double(image.sourceHeight))
        let (columns, rows) = pixels(crop)
        let across = Double(image.bitmap.width) / Double(image.sourceWidth)
        let down = Double(image.bitmap.height) / Double(image.sourceHeight)
        let scaled = Resampler.scale(
            image.bitmap,
            horizontal: Resampler.Axis(
                origin: crop.x * across, step: crop.width * across / Double(columns), count: columns),
            vertical: Resampler.Axis(origin: crop.y * down, step: crop.height * down / Double(rows), count: rows),
            edge: .extended)
        let samples = Compositing.overWhite(scaled)
        let plane = PreparedRaster.Plane(
            encoding: options.isLossless ? .deflate : .jpeg, width: columns, height: rows, components: 3,
            bytes: options.isLossless
                ? PredictorPlane.encode(samples, width: columns, height: rows, components: 3)
                : try JPEGEncoder.encode(
                    samples, width: columns, height: rows, components: 3, quality: PhotoPreparation.quality,
                    halvesChroma: true))
        // Named by what came out: two cards may ask for one photo in different words and get the same crop.
        let picture = Picture(
            kind: .raster, key: ContentHash(of: plane.bytes).text, pixelWidth: columns, pixelHeight: rows)
        let (width, height) = (Double(image.sourceWidth), Double(image.sourceHeight))
        let shown = UnitRect(
            x: crop.x / width, y: crop.y / height, width: crop.width / width, height: crop.height / height)
        let steps = [crop.width * across / Double(columns), crop.height * down / Double(rows)]
        let photo = PreparedPhoto(
            picture: picture, printedPixelsPerInch: crop.width / (size.width.points / 72),
            source: ArtSource(
                file: bytes, pixels: image.bitmap, shown: shown, reach: Resampler.reach(steps.max() ?? 1)))
        return (
            .photo(photo),
            [FinishedPicture(picture: picture, content: .raster(PreparedRaster(color: plane, alpha: nil)))]
        )
    }

    /// As many pixels as are printed, but never more than the crop has.
    private func pixels(_ crop: UnitRect) -> (columns: Int, rows: Int) {
        func count(_ length: Length, _ source: Double) -> Int {
            max(1, min(Int((length.points * options.dpi / 72).rounded()), Int(source.rounded())))
        }
        return (count(size.width, crop.width), count(size.height, crop.height))
    }

    /// The part of a picture that is shown, in its pixels.
    func crop(width: Double, height: Double) -> UnitRect {
        let aspect = size.width.points / size.height.points
        let largest = min(width, height * aspect)
        var cropWidth = largest
        var (centerX, centerY) = (width / 2, height / 2)
        // A cut-out that has another shape than the photo says nothing about where the thing is in it.
        if case .around(let thing, let sourceAspect) = focus, thing.width > 0, thing.height > 0, thing != .whole,
            abs(sourceAspect * height / width - 1) < 0.02
        {
            centerX = (thing.x + thing.width / 2) * width
            centerY = (thing.y + thing.height / 2) * height
            let needed =
                max(thing.width * width, thing.height * height * aspect) / PhotoPreparation.thingShare
            let least = max(
                PhotoPreparation.leastShare * largest, PhotoPreparation.leastDensity * size.width.points / 72)
            cropWidth = min(largest, max(needed, least))
        }
        let cropHeight = cropWidth / aspect
        return UnitRect(
            x: min(max(0, centerX - cropWidth / 2), width - cropWidth),
            y: min(max(0, centerY - cropHeight / 2), height - cropHeight), width: cropWidth, height: cropHeight)
    }
}
