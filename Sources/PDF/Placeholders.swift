internal import Cairo
internal import DisplayList
internal import Geometry
internal import Painting

/// What Cairo draws in place of pictures and matrices: images of four pixels that say which, and areas of a colour that no drawing has.
///
/// Cairo compresses each picture it is given by itself and keeps it in memory meanwhile; the finish names the prepared picture in the placeholder's place
/// instead. Modules of codes go from a file to the page's content, so that a code is no object of its own.
final class Placeholders: PictureSurfaces {
    /// All pictures drawn so far, by number.
    private(set) var pictures: [Picture] = []
    private var numbers: [Picture: Int] = [:]
    private let matrices: MatrixSpool

    private static let limit = 1 << 24

    init(matrices: MatrixSpool) {
        self.matrices = matrices
    }

    /// Between the steps of 8-bit colours; the finish sets what has it in text rendering mode 3.
    let invisibleInk: Color? = Color(red: 0.765433, green: 0.234568, blue: 0.543213)

    func marker(for matrix: PlacedMatrix, transform: Transform) throws -> Color? {
        try matrices.add(matrix, transform: transform)
    }

    func surface(for placed: PlacedPicture, transform: Transform) throws -> ImageSurface {
        let number: Int
        if let known = numbers[placed.picture] {
            number = known
        } else {
            number = pictures.count
            guard number < Placeholders.limit else { throw PDFError.tooManyPictures }
            pictures.append(placed.picture)
            numbers[placed.picture] = number
        }
        let samples = Placeholders.samples(of: number)
        let surface = try ImageSurface(.rgb, width: 4, height: 1)
        surface.changePixels { _, column, pixel in
            let at = column * 3
            pixel = UInt32(samples[at]) << 16 | UInt32(samples[at + 1]) << 8 | UInt32(samples[at + 2])
        }
        try surface.setUniqueName("capprint-\(number)")
        return surface
    }

    /// The picture that the samples of a placeholder name; nil for the samples of anything else.
    func number(of samples: [UInt8]) -> Int? {
        guard samples.count == 12 else { return nil }
        let number = Int(samples[3]) << 16 | Int(samples[4]) << 8 | Int(samples[5])
        return number < pictures.count && samples == Placeholders.samples(of: number) ? number : nil
    }

    /// Coloured, so that Cairo keeps three components: a mark, the number, the number's complement, a mark.
    private static func samples(of number: Int) -> [UInt8] {
        let digits = [UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
        return [0xC4, 0x50, 0x9D] + digits + digits.map { ~$0 } + [0x11, 0xE7, 0x72]
    }
}
