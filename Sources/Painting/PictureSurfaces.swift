public import Cairo
public import DisplayList
public import Geometry

/// Gives the painter the pixels that stand for pictures and matrices.
public protocol PictureSurfaces: AnyObject {
    /// The pixels to stretch over the picture's area; `transform` leads from the area's coordinates to the surface's.
    func surface(for picture: PlacedPicture, transform: Transform) throws -> ImageSurface

    /// The pixels to stretch over the matrix's area; nil where its modules shall be painted as a path.
    func surface(for matrix: PlacedMatrix) throws -> ImageSurface?
}
