internal import Codecs
internal import DisplayList
internal import Geometry

/// Makes a sticker: decode → visible part → size and place → scale once → die-cut edge → layers.
struct StickerPreparation {
    var options: ArtworkOptions
    var box: Size
    var style: StickerStyle
    var key: ContentHash

    /// Art that is sharp at any size is measured on this many pixels a side.
    private static let measuringSide = 512.0
    /// How the contour of vector art is resolved: it has no detail, and the art itself stays sharp.
    private static let vectorBackingShare = 0.5
    /// Clefts narrower than twice this are closed, as a blade would not go in.
    private static let closing = Length.mm(1)
    /// Holes of a smaller area than a square of this side are closed.
    private static let holeSide = Length.mm(6)
    /// Pixels an inch of the grid that distances are measured on.
    private static let distanceDensity = 75.0
    private static let quality = 88

    func prepare(_ bytes: [UInt8]) throws(ArtworkError) -> (Answer, [FinishedPicture]) {
        do throws(CodecError) {
            let format = try ImageFormat.detect(bytes)
            return format == .svg ? try prepareDrawing(bytes) : try preparePixels(bytes, format)
        } catch {
            throw ArtworkError(error)
        }
    }

    // MARK: Pixels

    private func preparePixels(_ bytes: [UInt8], _ format: ImageFormat) throws(CodecError) -> (
        Answer, [FinishedPicture]
    ) {
        let most = (width: pixels(box.width), height: pixels(box.height))
        let image = try ImageDecoder.decode(bytes, format: format) { _, _ in most }
        let source = ArtSource(file: bytes, pixels: image.bitmap)
        var bitmap = image.bitmap
        guard let shape = VisibleShape.find(in: &bitmap) else { throw .damaged("all of it is transparent") }
        // A picture that was scaled while decoding has more pixels an inch than it seems.
        let reduction = Double(image.sourceWidth) / Double(bitmap.width)
        let placement = try place(shape, largestScale: reduction * 72 / StickerPlacement.leastDensity)
        let grid = PixelArea(around: placement.outline, dpi: options.dpi)
        let step = 72 / options.dpi / placement.scale
        let artX = (placement.outline.minX - grid.area.minX + style.border).points
        let artY = (placement.outline.minY - grid.area.minY + style.border).points
        let art = Resampler.scale(
            bitmap,
            horizontal: Resampler.Axis(
                origin: Double(shape.x) - artX / placement.scale, step: step, count: grid.columns),
            vertical: Resampler.Axis(origin: Double(shape.y) - artY / placement.scale, step: step, count: grid.rows),
            edge: .transparent)
        let (width, height) = (Double(bitmap.width), Double(bitmap.height))
        bitmap.pixels = []
        var sticker = PreparedSticker(
            layers: [], outline: placement.outline, mainColor: MainColor.find(in: art),
            printedPixelsPerInch: 72 / placement.scale * reduction,
            visibleShare: UnitRect(
                x: Double(shape.x) / width, y: Double(shape.y) / height, width: Double(shape.width) / width,
                height: Double(shape.height) / height),
            sourceAspect: width / height, edge: style.border, source: source)
        sticker.source.show(sticker.visibleShare)
        let finished = try layers(art, grid, &sticker)
        return (.sticker(sticker), finished)
    }

    /// Shadow and art of pixels in place.
    private func layers(_ art: [UInt8], _ grid: PixelArea, _ sticker: inout PreparedSticker) throws(CodecError)
        -> [FinishedPicture]
    {
        let silhouette = silhouette(art, grid)
        var finished: [FinishedPicture] = []
        addShadow(silhouette, grid, &sticker, &finished)
        let raster = PreparedRaster(
            color: try color(Compositing.overWhite(art), grid.columns, grid.rows), alpha: mask(silhouette, grid))
        let picture = Picture(
            kind: .raster, key: Request.pictureKey(key, part: 2), pixelWidth: grid.columns, pixelHeight: grid.rows)
        sticker.layers.append(PlacedPicture(picture, area: grid.area))
        finished.append(FinishedPicture(picture: picture, content: .raster(raster)))
        return finished
    }

    private func color(_ samples: [UInt8], _ width: Int, _ height: Int) throws(CodecError) -> PreparedRaster.Plane {
        if options.isLossless {
            return PreparedRaster.Plane(
                encoding: .deflate, width: width, height: height, components: 3,
                bytes: PredictorPlane.encode(samples, width: width, height: height, components: 3))
        }
        let bytes = try JPEGEncoder.encode(
            samples, width: width, height: height, components: 3, quality: StickerPreparation.quality,
            halvesChroma: true)
        return PreparedRaster.Plane(encoding: .jpeg, width: width, height: height, components: 3, bytes: bytes)
    }

    // MARK: Drawings

    private func prepareDrawing(_ bytes: [UInt8]) throws(CodecError) -> (Answer, [FinishedPicture]) {
        let inspection = try SVGInspection(bytes)
        if let name = inspection.externalReference {
            throw .unsupported("an SVG that names another file (\(name.prefix(80)))")
        }
        let drawing = try SVGDocument(bytes)
        let unit = StickerPreparation.measuringSide / max(drawing.width, drawing.height)
        let (width, height) = (drawing.width * unit, drawing.height * unit)
        let (columns, rows) = (max(1, Int(width.rounded(.up))), max(1, Int(height.rounded(.up))))
        var bitmap = Bitmap(
            width: columns, height: rows,
            pixels: try drawing.render(x: 0, y: 0, width: width, height: height, columns: columns, rows: rows),
            isOpaque: false)
        let source = ArtSource(file: bytes, pixels: bitmap)
        guard let shape = VisibleShape.find(in: &bitmap) else { throw .damaged("all of it is transparent") }
        let placement = try place(shape, largestScale: nil)
        var sticker = PreparedSticker(
            layers: [], outline: placement.outline, mainColor: MainColor.find(in: bitmap.pixels),
            printedPixelsPerInch: nil,
            visibleShare: UnitRect(
                x: Double(shape.x) / width, y: Double(shape.y) / height,
                width: min(Double(shape.width) / width, 1 - Double(shape.x) / width),
                height: min(Double(shape.height) / height, 1 - Double(shape.y) / height)),
            sourceAspect: drawing.width / drawing.height,
            notes: inspection.hasText
                ? ["has live text: its letters depend on the machine; convert the text to paths"] : [],
            edge: style.border, source: source)
        sticker.source.show(sticker.visibleShare)
        let dpi = inspection.needsPixels ? options.dpi : options.dpi * StickerPreparation.vectorBackingShare
        let grid = PixelArea(around: placement.outline, dpi: dpi)
        // Where the drawing lies on the grid, in points.
        let page = VectorArt.Placement(
            x: Double(shape.x) * placement.scale - (placement.outline.minX - grid.area.minX + style.border).points,
            y: Double(shape.y) * placement.scale - (placement.outline.minY - grid.area.minY + style.border).points,
            width: width * placement.scale, height: height * placement.scale,
            pageWidth: grid.area.width.points, pageHeight: grid.area.height.points)
        let art = try VectorArt.render(drawing, page, columns: grid.columns, rows: grid.rows)
        if inspection.needsPixels {
            let finished = try layers(art, grid, &sticker)
            return (.sticker(sticker), finished)
        }
        let finished = try layers(art, drawing, bytes, page, grid, &sticker)
        return (.sticker(sticker), finished)
    }

    /// Shadow, white backing and the drawing itself.
    private func layers(
        _ art: [UInt8], _ drawing: borrowing SVGDocument, _ source: [UInt8], _ page: VectorArt.Placement,
        _ grid: PixelArea, _ sticker: inout PreparedSticker
    ) throws(CodecError) -> [FinishedPicture] {
        let silhouette = silhouette(art, grid)
        var finished: [FinishedPicture] = []
        addShadow(silhouette, grid, &sticker, &finished)
        let backing = Picture(
            kind: .raster, key: Request.pictureKey(key, part: 2), pixelWidth: grid.columns, pixelHeight: grid.rows)
        sticker.layers.append(PlacedPicture(backing, area: grid.area))
        finished.append(
            FinishedPicture(
                picture: backing,
                content: .raster(PreparedRaster(color: flat(255), alpha: mask(silhouette, grid)))))
        let pdf = try drawing.pdf(
            x: page.x, y: page.y, width: page.width, height: page.height, pageWidth: page.pageWidth,
            pageHeight: page.pageHeight)
        let picture = Picture(
            kind: .vector, key: Request.pictureKey(key, part: 3),
            pixelWidth: max(1, Int((page.pageWidth * 100).rounded())),
            pixelHeight: max(1, Int((page.pageHeight * 100).rounded())))
        sticker.layers.append(PlacedPicture(picture, area: grid.area))
        let content = VectorArt(
            pdf: pdf, source: Deflate.compress(source), sourceCount: source.count, placement: page)
        finished.append(FinishedPicture(picture: picture, content: .vector(content)))
        return finished
    }

    // MARK: Both

    private func pixels(_ length: Length) -> Int { max(1, Int((length.points * options.dpi / 72).rounded(.up))) }

    private func place(_ shape: VisibleShape, largestScale: Double?) throws(CodecError) -> StickerPlacement {
        let placement = StickerPlacement(
            shape, in: box, style: style, largestScale: largestScale, slack: .pt(2 * 72 / options.dpi))
        guard placement.isPossible else { throw .unsupported("a sticker with a border too wide for its place") }
        return placement
    }

    private func silhouette(_ art: [UInt8], _ grid: PixelArea) -> [UInt8] {
        let border = style.border.points * grid.dpi / 72
        guard border > 0 else { return stride(from: 3, to: art.count, by: 4).map { art[$0] } }
        let closing = min(StickerPreparation.closing, style.border)
        let hole = StickerPreparation.holeSide.points * grid.dpi / 72
        return DieCut(
            pixels: art, width: grid.columns, height: grid.rows, border: border,
            closing: closing.points * grid.dpi / 72, hole: hole * hole,
            cell: max(1, Int((grid.dpi / StickerPreparation.distanceDensity).rounded()))
        ).alpha
    }

    private func mask(_ silhouette: [UInt8], _ grid: PixelArea) -> PreparedRaster.Plane {
        PreparedRaster.Plane(
            encoding: .deflate, width: grid.columns, height: grid.rows, components: 1,
            bytes: PredictorPlane.encode(
                silhouette, width: grid.columns, height: grid.rows, components: 1, content: .mask))
    }

    /// A single sample of grey, for all of a picture.
    private func flat(_ gray: UInt8) -> PreparedRaster.Plane {
        PreparedRaster.Plane(
            encoding: .flat, width: 1, height: 1, components: 1, bytes: [gray])
    }

    private func addShadow(
        _ silhouette: [UInt8], _ grid: PixelArea, _ sticker: inout PreparedSticker, _ finished: inout [FinishedPicture]
    ) {
        guard style.shadow else { return }
        let shadow = StickerShadow.make(silhouette, grid)
        let picture = Picture(
            kind: .raster, key: Request.pictureKey(key, part: 1), pixelWidth: shadow.plane.width,
            pixelHeight: shadow.plane.height)
        sticker.layers.append(PlacedPicture(picture, area: shadow.area))
        finished.append(
            FinishedPicture(
                picture: picture, content: .raster(PreparedRaster(color: flat(0), alpha: shadow.plane))))
    }
}
