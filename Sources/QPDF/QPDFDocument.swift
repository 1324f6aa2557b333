internal import CQPDF

/// A PDF file that Cairo wrote, taken apart by qpdf. Belongs to one thread.
///
/// Objects are told in PDF syntax (ISO 32000-2, 7.3), under the numbers that they have in the file that is written: whoever asks is asked for the
/// number of each object that another names.
public final class QPDFDocument {
    /// Left, bottom, right and top edge in points, from the page's lower left corner.
    public struct Box: Hashable, Sendable {
        public var left: Double
        public var bottom: Double
        public var right: Double
        public var top: Double

        public init(left: Double, bottom: Double, right: Double, top: Double) {
            self.left = left
            self.bottom = bottom
            self.right = right
            self.top = top
        }
    }

    /// Told an object's number here, answers its number there.
    public typealias Rename = (Int) -> Int

    private let handle: OpaquePointer
    private let text: Sink
    private let data: Sink
    /// What the document reads from; nil where that is an open file.
    private let bytes: UnsafeMutableBufferPointer<UInt8>?

    /// Reads the PDF in an open file, which must stay open and unchanged while this object lives. Throws ``QPDFError``.
    public init(descriptor: Int32) throws(QPDFError) {
        (handle, text, data) = try QPDFDocument.parts()
        bytes = nil
        try check(cqpdf_open(handle, descriptor))
    }

    /// Reads a PDF in memory. Throws ``QPDFError``.
    public init(bytes: [UInt8]) throws(QPDFError) {
        (handle, text, data) = try QPDFDocument.parts()
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = copy.initialize(from: bytes)
        self.bytes = copy
        try check(cqpdf_open_bytes(handle, copy.baseAddress!, bytes.count))
    }

    private static func parts() throws(QPDFError) -> (OpaquePointer, Sink, Sink) {
        let sinks = (try Sink(), try Sink())
        guard let handle = cqpdf_create() else { throw QPDFError("out of memory") }
        return (handle, sinks.0, sinks.1)
    }

    deinit {
        cqpdf_destroy(handle)
        bytes?.deallocate()
    }

    public var pageCount: Int { cqpdf_page_count(handle) }

    /// A page's resources: a dictionary or a reference to one. Throws ``QPDFError``.
    public func resources(page: Int, rename: Rename) throws(QPDFError) -> [UInt8] {
        try check(renaming(rename) { cqpdf_page_resources(handle, page, $0, $1, text.handle) })
        return text.take()
    }

    /// A page's media box. Throws ``QPDFError``.
    public func mediaBox(page: Int) throws(QPDFError) -> Box {
        var edges = [Double](repeating: 0, count: 4)
        try check(cqpdf_page_media_box(handle, page, &edges))
        return Box(left: edges[0], bottom: edges[1], right: edges[2], top: edges[3])
    }

    /// Where a page's painting commands lie in the file, a zlib stream; the page itself is forgotten. Throws ``QPDFError``.
    public func takePlace(page: Int) throws(QPDFError) -> (offset: Int, count: Int) {
        var offset: Int64 = 0
        var count = 0
        try check(cqpdf_page_place(handle, page, &offset, &count))
        return (Int(offset), count)
    }

    /// A page's painting commands, neutral colours as grey, as a zlib stream. Throws ``QPDFError``.
    public func commands(page: Int) throws(QPDFError) -> [UInt8] {
        try check(cqpdf_page_commands(handle, page, data.handle))
        return data.take()
    }

    /// The 12 samples of an object that is an image of 4 × 1 RGB pixels; nil for any other.
    public func tinyImage(_ object: Int) -> [UInt8]? {
        var samples = [UInt8](repeating: 0, count: 12)
        return cqpdf_tiny_image(handle, Int32(truncatingIfNeeded: object), &samples) ? samples : nil
    }

    /// Takes an object out: its text, which for a stream is its dictionary without the length, and a stream's data as they are stored. It is forgotten
    /// then. Throws ``QPDFError``.
    public func take(_ object: Int, rename: Rename) throws(QPDFError) -> (text: [UInt8], data: [UInt8]?) {
        var isStream = false
        let number = Int32(truncatingIfNeeded: object)
        try check(renaming(rename) { cqpdf_object(handle, number, $0, $1, text.handle, data.handle, &isStream) })
        cqpdf_forget(handle, number)
        return (text.take(), isStream ? data.take() : nil)
    }

    /// Frees what was read of an object; it must not be asked for again.
    public func forget(_ object: Int) {
        cqpdf_forget(handle, Int32(truncatingIfNeeded: object))
    }

    private func check(_ isDone: Bool) throws(QPDFError) {
        if !isDone { throw QPDFError(String(cString: cqpdf_error(handle))) }
    }

    /// Carries a closure through C.
    private func renaming(_ rename: Rename, _ body: (cqpdf_rename, UnsafeMutableRawPointer?) -> Bool) -> Bool {
        withoutActuallyEscaping(rename) { rename in
            let box = RenameBox(rename)
            return withExtendedLifetime(box) {
                body(
                    { context, object in
                        guard let context else { return 0 }
                        let box = Unmanaged<RenameBox>.fromOpaque(context).takeUnretainedValue()
                        return Int32(truncatingIfNeeded: box.rename(Int(object)))
                    }, Unmanaged.passUnretained(box).toOpaque())
            }
        }
    }

    private final class RenameBox {
        let rename: Rename

        init(_ rename: @escaping Rename) {
            self.rename = rename
        }
    }
}
