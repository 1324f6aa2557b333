internal import Cairo
public import DisplayList
internal import Geometry
internal import Painting

/// Draws one frame as a picture.
public enum FrameRenderer {
    /// Which part of a frame is drawn.
    public enum Area: String, Sendable, Hashable, CaseIterable {
        case trim, bleed
    }

    /// The frame as a PNG file on a ground; nil leaves it transparent. Throws ``RasterError``, or what Cairo, a font file
    /// or the pictures' source give cause for.
    public static func png(
        _ frame: Frame, dpi: Double, area: Area, pictures: any PixelSource, background: Color? = .white
    ) throws -> [UInt8] {
        try surface(frame, dpi: dpi, area: area, pictures: pictures, background: background).png()
    }

    /// The frame as pixels, for comparing; as ``png(_:dpi:area:pictures:background:)``.
    public static func pixels(
        _ frame: Frame, dpi: Double, area: Area, pictures: any PixelSource, background: Color? = .white
    ) throws -> RasterImage {
        let surface = try surface(frame, dpi: dpi, area: area, pictures: pictures, background: background)
        return RasterImage(width: surface.width, height: surface.height, pixels: surface.pixels())
    }

    /// The frame as an SVG document, letters as outlines, pictures at a resolution; throws as
    /// ``png(_:dpi:area:pictures:background:)``.
    public static func svg(
        _ frame: Frame, dpi: Double = 300, area: Area, pictures: any PixelSource, background: Color? = .white
    ) throws -> [UInt8] {
        let box = box(frame, area)
        let (width, height) = (box.width.points, box.height.points)
        guard width > 0, height > 0, width < 20_000, height < 20_000 else {
            throw RasterError.size(width: width, height: height)
        }
        let sink = MemorySink()
        let surface = try SVGSurface(sink: sink, width: width, height: height)
        try draw(frame, box: box, scale: 1, picturesPerPoint: dpi / 72, on: surface, pictures, background)
        try surface.finish()
        return SVGIdentifiers.renumbered(sink.bytes)
    }

    private static func surface(
        _ frame: Frame, dpi: Double, area: Area, pictures: any PixelSource, background: Color?
    ) throws -> ImageSurface {
        let box = box(frame, area)
        let scale = dpi / 72
        // A side that is a whole number but for rounding is that number.
        let width = (box.width.points * scale - 0.001).rounded(.up)
        let height = (box.height.points * scale - 0.001).rounded(.up)
        guard width >= 1, height >= 1, width <= 32_767, height <= 32_767, width * height <= 200_000_000 else {
            throw RasterError.size(width: width, height: height)
        }
        let surface = try ImageSurface(.argb, width: Int(width), height: Int(height))
        try draw(frame, box: box, scale: scale, picturesPerPoint: 1, on: surface, pictures, background)
        return surface
    }

    private static func box(_ frame: Frame, _ area: Area) -> Rect {
        area == .trim ? frame.boxes.trim : frame.boxes.bleed
    }

    private static func draw(
        _ frame: Frame, box: Rect, scale: Double, picturesPerPoint: Double, on surface: Surface,
        _ pictures: any PixelSource, _ background: Color?
    ) throws {
        let context = try Context(surface)
        if let background {
            context.setColor(red: background.red, green: background.green, blue: background.blue)
            context.paint()
        }
        let painter = FramePainter(
            context: context, fonts: FontLibrary(),
            pictures: DecodedPictures(source: pictures, scale: picturesPerPoint))
        let origin = Transform.translation(Point(x: -box.minX, y: -box.minY))
        try painter.paint(frame.items, transform: origin.then(.scale(scale)))
        try context.checkStatus()
    }
}
