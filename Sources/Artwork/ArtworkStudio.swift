internal import Codecs
public import DisplayList
public import FileAccess
public import Geometry

/// Prepares art, once for each request, and is the store of what it prepared. May be used from any thread.
///
/// What is prepared lies in files, not in memory: in the cache folder, or in a temporary folder that ``finish()`` removes.
public final class ArtworkStudio: PictureStore, Sendable {
    let options: ArtworkOptions
    let folder: String
    private let isTemporary: Bool
    /// Why the cache folder that was asked for is not used; nil where it is, or none was asked for.
    public let cacheFailure: FileError?
    /// One slot a request, so that two threads that ask for the same wait for each other and others do not.
    private let slots = Locked<[Request: Slot]>([:])
    private let places = Locked<[String: Place]>([:])

    private typealias Slot = Locked<Result<Answer, ArtworkError>?>

    /// Where a picture's bytes are, and what to do again if they are damaged.
    private struct Place {
        var file: ArtworkFile
        var index: Int
        var request: Request
    }

    /// Files longer than this are no pictures for cards.
    private static let largestFile = 1 << 30

    /// A cache folder that cannot be written to is done without, see ``cacheFailure``. Throws ``FileError`` where there is no temporary folder either.
    public init(options: ArtworkOptions) throws(FileError) {
        self.options = options
        var failure: FileError?
        if let cacheFolder = options.cacheFolder {
            do throws(FileError) {
                try Files.makeFolder(cacheFolder)
                try Files.checkWritable(cacheFolder)
                folder = cacheFolder
                isTemporary = false
                cacheFailure = nil
                return
            } catch {
                failure = error
            }
        }
        cacheFailure = failure
        folder = try Files.makeTemporaryFolder()
        isTemporary = true
    }

    deinit { finish() }

    /// The sticker as large as it goes in the box, with white edge and shadow. Throws ``ArtworkError``.
    public func sticker(_ file: String, in box: Size, style: StickerStyle) throws(ArtworkError) -> PreparedSticker {
        let answer = try answer(Request(file: file, purpose: .sticker(box: box, style: style)))
        guard case .sticker(let sticker) = answer else { throw ArtworkError(message: "is kept as a photo") }
        return sticker
    }

    /// The scene photo cropped to the size's proportions around the focus. Throws ``ArtworkError``.
    public func photo(_ file: String, size: Size, focus: PhotoFocus) throws(ArtworkError) -> PreparedPhoto {
        let answer = try answer(Request(file: file, purpose: .photo(size: size, focus: focus)))
        guard case .photo(let photo) = answer else { throw ArtworkError(message: "is kept as a sticker") }
        return photo
    }

    /// The stored bytes of a picture that this studio prepared. Throws ``ArtworkError``.
    public func prepared(_ picture: Picture) throws -> PreparedPicture {
        switch try content(of: picture) {
        case .raster(let raster): .raster(raster)
        case .vector(let art): .vector(pdf: art.pdf)
        }
    }

    /// The picture's pixels: a raster picture's own (fewer where the size needs fewer), a vector picture rendered. Throws ``ArtworkError``.
    public func pixels(of picture: Picture, at dpi: Double, size: Size) throws -> PixelImage {
        let columns = max(1, Int((size.width.points * dpi / 72).rounded(.up)))
        let rows = max(1, Int((size.height.points * dpi / 72).rounded(.up)))
        let content = try content(of: picture)
        do throws(CodecError) {
            switch content {
            case .vector(let art): return try art.pixels(columns: columns, rows: rows)
            case .raster(let raster): return try raster.pixels(columns: columns, rows: rows)
            }
        } catch {
            throw ArtworkError(error)
        }
    }

    /// Removes the temporary folder, if there is one. Nothing can be prepared or read afterwards.
    public func finish() {
        guard isTemporary else { return }
        Files.removeFolder(folder)
    }

    // MARK: Requests

    private func answer(_ request: Request) throws(ArtworkError) -> Answer {
        let slot = slots.withLock { slots -> Slot in
            if let slot = slots[request] { return slot }
            let slot = Slot(nil)
            slots[request] = slot
            return slot
        }
        let result = slot.withLock { known -> Result<Answer, ArtworkError> in
            if let known { return known }
            let result: Result<Answer, ArtworkError>
            do throws(ArtworkError) {
                result = .success(try find(request, trustsCache: true).answer)
            } catch {
                result = .failure(error)
            }
            known = result
            return result
        }
        return try result.get()
    }

    /// The request's file in the cache, made if there is none that is whole.
    private func find(_ request: Request, trustsCache: Bool) throws(ArtworkError) -> ArtworkFile {
        if trustsCache {
            // What is prepared already needs no more of the file than its hash.
            let known = request.key(content: try hash(request.file), options: options)
            if let file = ArtworkFile.open(path(of: known)) {
                register(file, for: request)
                return file
            }
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.read(request.file, limit: ArtworkStudio.largestFile)
        } catch {
            throw ArtworkError(error)
        }
        guard !bytes.isEmpty else { throw ArtworkError(message: "is empty") }
        // Of these bytes, whatever the file held a moment ago.
        let key = request.key(content: ContentHash(of: bytes), options: options)
        let path = path(of: key)
        let (answer, pictures) = try prepare(request, bytes, key)
        do throws(FileError) {
            let file = try write(answer, pictures, to: path)
            register(file, for: request)
            return file
        } catch {
            throw ArtworkError(
                message: "is ready, but cannot be kept: \(error)", hint: "free space, or name another cache folder")
        }
    }

    private func path(of key: ContentHash) -> String {
        let name = key.text
        return Paths.join(folder, "\(name.prefix(2))/\(name.dropFirst(2)).art")
    }

    private func hash(_ file: String) throws(ArtworkError) -> ContentHash {
        let hasher: ContentHasher
        do throws(CodecError) { hasher = try ContentHasher() } catch { throw ArtworkError(error) }
        let count: Int
        do throws(FileError) {
            count = try Files.scan(file, limit: ArtworkStudio.largestFile) { hasher.add($0) }
        } catch {
            throw ArtworkError(error)
        }
        guard count > 0 else { throw ArtworkError(message: "is empty") }
        return hasher.hash
    }

    private func write(_ answer: Answer, _ pictures: [FinishedPicture], to path: String) throws(FileError)
        -> ArtworkFile
    {
        do throws(FileError) {
            return try ArtworkFile.write(answer, pictures, to: path)
        } catch  where error.isMissing {
            // The first file of its folder.
            try Files.makeFolder(Paths.folder(of: path))
            return try ArtworkFile.write(answer, pictures, to: path)
        }
    }

    private func prepare(_ request: Request, _ bytes: [UInt8], _ key: ContentHash) throws(ArtworkError) -> (
        Answer, [FinishedPicture]
    ) {
        switch request.purpose {
        case .sticker(let box, let style):
            try StickerPreparation(options: options, box: box, style: style, key: key).prepare(bytes)
        case .photo(let size, let focus):
            try PhotoPreparation(options: options, size: size, focus: focus).prepare(bytes)
        }
    }

    private func register(_ file: ArtworkFile, for request: Request) {
        places.withLock { places in
            for (index, picture) in file.answer.pictures.enumerated() {
                places[picture.key] = Place(file: file, index: index, request: request)
            }
        }
    }

    private func content(of picture: Picture) throws(ArtworkError) -> FinishedPicture.Content {
        guard let place = places.withLock({ $0[picture.key] }) else {
            throw ArtworkError(message: "picture \(picture.key) was not prepared here")
        }
        if let content = place.file.content(place.index) { return content }
        // The file was damaged or removed since its header was read.
        let file = try find(place.request, trustsCache: false)
        guard place.index < file.entries.count, file.answer.pictures[place.index] == picture else {
            throw ArtworkError(message: "has changed while it was being printed", hint: "run again")
        }
        guard let content = file.content(place.index) else {
            throw ArtworkError(message: "is ready, but cannot be read back", hint: "look at the disk")
        }
        return content
    }
}
