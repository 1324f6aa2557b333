public import DisplayList
public import FileAccess
public import Geometry

/// Prepares art, once for each request, and is the store of what it prepared. May be used from any thread.
public final class ArtworkStudio: PictureStore, Sendable {
    let options: ArtworkOptions

    /// Throws ``FileError`` where the cache folder cannot be made.
    public init(options: ArtworkOptions) throws(FileError) {
        self.options = options
    }

    /// The sticker as large as it goes in the box, with white edge and shadow. Throws ``ArtworkError``.
    public func sticker(_ file: String, in box: Size, style: StickerStyle) throws(ArtworkError) -> PreparedSticker {
        throw ArtworkError(message: "is of no known kind")
    }

    /// The scene photo cropped to the size's proportions around the focus. Throws ``ArtworkError``.
    public func photo(_ file: String, size: Size, focus: PhotoFocus) throws(ArtworkError) -> PreparedPhoto {
        throw ArtworkError(message: "is of no known kind")
    }

    /// The stored bytes of a picture that this studio prepared. Throws ``ArtworkError``.
    public func prepared(_ picture: Picture) throws -> PreparedPicture {
        throw ArtworkError(message: "is of no known kind")
    }

    /// The picture's pixels: a raster picture's own (fewer where the size needs fewer), a vector picture rendered. Throws ``ArtworkError``.
    public func pixels(of picture: Picture, at dpi: Double, size: Size) throws -> PixelImage {
        throw ArtworkError(message: "is of no known kind")
    }

    /// Removes the temporary folder, if there is one. Nothing can be prepared or read afterwards.
    public func finish() {}
}
