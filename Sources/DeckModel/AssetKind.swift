import FileAccess

/// What a file of a deck is for, and by which extensions it can be that.
enum AssetKind {
    case sticker, photo, clip, audio

    private var extensions: [String] {
        switch self {
        case .sticker: ["png", "webp", "svg", "avif", "heic", "heif", "hif"]
        case .photo: ["jpg", "jpeg", "heic", "heif", "hif", "png", "webp", "avif"]
        case .clip: ["mp4", "m4v", "mov", "webm", "mkv", "ogv", "3gp", "heic", "heif", "gif", "webp", "avif"]
        case .audio:
            ["mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac", "webm", "weba", "mp4", "aif", "aiff", "caf"]
        }
    }

    private var noun: String {
        switch self {
        case .sticker: "a sticker"
        case .photo: "a photo"
        case .clip: "a clip"
        case .audio: "a spoken word"
        }
    }

    private var wanted: String {
        switch self {
        case .sticker: "a sticker is a PNG, WebP, SVG, AVIF or HEIC file"
        case .photo: "a photo is a JPEG, HEIC, PNG, WebP or AVIF file"
        case .clip: "a clip is an MP4, MOV or WebM file"
        case .audio: "a spoken word is an MP3, M4A, Ogg, Opus or WAV file"
        }
    }

    /// Why the path's extension cannot be of this kind. One without an extension may be anything.
    func fault(extensionOf path: String) -> Fault? {
        let name = Paths.fileExtension(of: path)
        guard !name.isEmpty, !extensions.contains(name) else { return nil }
        return Fault("a .\(name) file cannot be \(noun)", hint: wanted)
    }

    /// What is doubtful about a path's extension, though it can be printed.
    func doubt(extensionOf path: String) -> Fault? {
        switch (self, Paths.fileExtension(of: path)) {
        case (.sticker, "jpg"), (.sticker, "jpeg"):
            Fault(
                "a JPEG file has no transparency: the sticker prints as a rectangle",
                hint: "save the cut-out as PNG or WebP")
        case (.photo, "svg"): Fault("an SVG file is a drawing, not a photo", hint: wanted)
        default: nil
        }
    }
}
