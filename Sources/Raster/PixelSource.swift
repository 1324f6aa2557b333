public import DisplayList

/// Gives decoded pictures.
public protocol PixelSource: Sendable {
    /// The picture at about the size asked for, or the size it has: premultiplied, 8 bits each in the order red, green, blue, opacity, rows from the top.
    func pixels(of picture: Picture, width: Int, height: Int) throws -> (
        width: Int, height: Int, premultipliedRGBA: [UInt8]
    )
}
