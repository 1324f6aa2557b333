internal import Codecs
internal import FileAccess

extension ArtworkError {
    /// The sentence for a file that cannot be read.
    init(_ error: FileError) {
        self.init(
            message: "cannot be \(ArtworkError.verb(error.action)): \(error.reason)", isMissingFile: error.isMissing)
    }

    private static func verb(_ action: FileError.Action) -> String {
        switch action {
        case .open: "opened"
        case .read: "read"
        case .write: "written"
        case .create: "created"
        case .replace: "replaced"
        case .remove: "removed"
        case .list: "listed"
        case .inspect: "inspected"
        }
    }

    /// The sentence for bytes that cannot be decoded.
    init(_ error: CodecError) {
        switch error {
        case .notAPicture(let resemblance):
            self.init(
                message: resemblance.map { "is not a picture: it starts like \($0)" } ?? "is not a picture",
                hint: "capprint takes PNG, JPEG, WebP, HEIC, AVIF and SVG")
        case .unsupported(let what): self.init(message: "is \(what), which capprint does not take")
        case .cutShort(let count, let expected):
            let end = expected.map { "of at least \(ArtworkError.grouped($0)) bytes" } ?? "bytes"
            self.init(
                message: "is cut short after \(ArtworkError.grouped(count)) \(end)",
                hint: "fetch or export the picture again")
        case .damaged(let reason):
            self.init(message: "is damaged: \(reason)", hint: "fetch or export the picture again")
        case .tooLarge(let width, let height):
            self.init(
                message:
                    "is \(ArtworkError.grouped(width)) × \(ArtworkError.grouped(height)) pixels, more than capprint takes (\(ArtworkError.grouped(ImageLimits.side)) a side and \(ArtworkError.grouped(ImageLimits.pixels)) in all)",
                hint: "make it smaller: a card shows at most about a million pixels")
        case .outOfMemory: self.init(message: "does not fit in memory")
        }
    }

    /// A number with a comma between each three digits.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
