/// Pixels as a file has them: not yet turned upright, not yet in sRGB.
struct RawPicture {
    /// Of the file, before turning.
    var width: Int
    var height: Int
    /// Of `pixels`, fewer where they were scaled while decoding.
    var decodedWidth: Int
    var decodedHeight: Int
    /// Red, green, blue, opacity; or with `ink`, amounts of ink.
    var pixels: [UInt8] = []
    var ink: Ink?
    var isOpaque = true
    var orientation = Orientation.upright
    var profile: [UInt8]?

    /// Four inks in place of colours and opacity.
    enum Ink { case amounts, inverted }

    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        decodedWidth = width
        decodedHeight = height
    }
}
