internal import DisplayList
internal import QPDF

/// Fetches the data of pictures while the file is being written.
final class PictureStreams: StreamSource {
    enum Part: UInt64 {
        case colorOrCommands = 0
        case opacity = 1
    }

    private let pictures: any PictureStore
    private let contents: Placeholders
    /// The pictures read last: a picture's dictionary, colours and opacity are asked for at different times, but close together.
    private var recent: [(number: Int, picture: PreparedPicture)] = []
    private static let recentCount = 40

    init(contents: Placeholders, pictures: any PictureStore) {
        self.contents = contents
        self.pictures = pictures
    }

    static func token(_ number: Int, _ part: Part) -> UInt64 { UInt64(number) << 1 | part.rawValue }

    func prepared(_ number: Int) throws -> PreparedPicture {
        if let known = recent.first(where: { $0.number == number }) { return known.picture }
        let picture = try pictures.prepared(contents.pictures[number])
        if recent.count >= Self.recentCount { recent.removeFirst() }
        recent.append((number, picture))
        return picture
    }

    func data(of token: UInt64) throws -> [UInt8] {
        switch try prepared(Int(token >> 1)) {
        case .raster(let raster) where raster.color.encoding == .flat && token & 1 != Part.opacity.rawValue:
            try Commands.deflated(Syntax.fill(samples: raster.color.bytes))
        case .raster(let raster):
            token & 1 == Part.opacity.rawValue ? raster.alpha?.bytes ?? [] : raster.color.bytes
        case .vector(let pdf): try Commands.ofFirstPage(pdf: pdf)
        }
    }
}
