internal import DisplayList
internal import QPDF

/// Fetches the data of pictures while the file is being written.
final class PictureStreams: StreamSource {
    enum Part: UInt64 {
        case colorOrCommands = 0
        case opacity = 1
    }

    let pictures: any PictureStore
    private let contents: Placeholders

    init(contents: Placeholders, pictures: any PictureStore) {
        self.contents = contents
        self.pictures = pictures
    }

    static func token(_ number: Int, _ part: Part) -> UInt64 { UInt64(number) << 1 | part.rawValue }

    func data(of token: UInt64) throws -> [UInt8] {
        switch contents.contents[Int(token >> 1)] {
        case .matrix(let form):
            return try Commands.deflated(form.commands)
        case .picture(let picture):
            switch try pictures.prepared(picture) {
            case .raster(let raster):
                return token & 1 == Part.opacity.rawValue ? raster.alpha?.bytes ?? [] : raster.color.bytes
            case .vector(let pdf):
                return try Commands.ofFirstPage(pdf: pdf)
            }
        }
    }
}
