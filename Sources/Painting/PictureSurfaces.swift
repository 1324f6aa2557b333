public import Cairo
public import DisplayList
public import Geometry

/// Gives the painter the pixels that stand for pictures.
public protocol PictureSurfaces: AnyObject {
    /// The pixels to stretch over the picture's area; `transform` leads from the area's coordinates to the surface's.
    func surface(for picture: PlacedPicture, transform: Transform) throws -> ImageSurface

    /// The colour to fill the matrix's area with, where its modules are put in later by whoever asks for that; nil where they shall be painted.
    /// `transform` leads from the area's coordinates to the surface's.
    func marker(for matrix: PlacedMatrix, transform: Transform) throws -> Color?

    /// The colour of text that is read but not seen, which whoever gives it keeps from being painted; nil where nobody reads the text.
    var invisibleInk: Color? { get }
}
