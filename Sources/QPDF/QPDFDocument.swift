internal import CQPDF

/// A PDF file being changed, on qpdf. Belongs to one thread.
///
/// Dictionaries are given in PDF syntax (ISO 32000-2, 7.3).
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

        var edges: [Double] { [left, bottom, right, top] }
    }

    /// An image of 4 × 1 RGB pixels: its object and its 12 samples.
    public struct TinyImage: Hashable, Sendable {
        public var object: Int
        public var samples: [UInt8]
    }

    private let handle: OpaquePointer
    private let supply: Supply

    /// Reads the PDF in an open file, which must stay open and unchanged while this object lives. Throws ``QPDFError``.
    public init(descriptor: Int32, streams: any StreamSource) throws(QPDFError) {
        supply = Supply(streams)
        let provide: cqpdf_provide = { context, token, sink in
            guard let context else { return false }
            return Unmanaged<Supply>.fromOpaque(context).takeUnretainedValue().write(token, to: sink)
        }
        guard let handle = cqpdf_create(provide, Unmanaged.passUnretained(supply).toOpaque()) else {
            throw QPDFError("out of memory")
        }
        self.handle = handle
        try check(cqpdf_open(handle, descriptor))
    }

    deinit {
        cqpdf_destroy(handle)
    }

    public var pageCount: Int { cqpdf_page_count(handle) }

    /// All images of 4 × 1 RGB pixels, by object number.
    public var tinyImages: [TinyImage] {
        (0..<cqpdf_tiny_image_count(handle)).compactMap { index in
            var object: Int32 = 0
            var samples = [UInt8](repeating: 0, count: 12)
            guard cqpdf_tiny_image(handle, index, &object, &samples) else { return nil }
            return TinyImage(object: Int(object), samples: samples)
        }
    }

    /// Makes an object a stream whose data are asked for by token when the file is written. Throws ``QPDFError``.
    public func replace(object: Int, dictionary: String, token: UInt64) throws(QPDFError) {
        try check(cqpdf_replace_stream(handle, Int32(truncatingIfNeeded: object), dictionary, token))
    }

    /// A new stream whose data are asked for by token when the file is written; its object number. Throws ``QPDFError``.
    public func addStream(dictionary: String, token: UInt64) throws(QPDFError) -> Int {
        try checked(cqpdf_add_stream(handle, dictionary, token))
    }

    /// A new stream that stays uncompressed; its object number. Throws ``QPDFError``.
    public func addPlainStream(dictionary: String, bytes: [UInt8]) throws(QPDFError) -> Int {
        try checked(cqpdf_add_plain_stream(handle, dictionary, bytes, bytes.count))
    }

    /// Copies the resources of another PDF's first page; their object number and the page's media box. Throws ``QPDFError``.
    public func importResources(pdf: [UInt8]) throws(QPDFError) -> (object: Int, mediaBox: Box) {
        var edges = [Double](repeating: 0, count: 4)
        let object = try checked(cqpdf_import_resources(handle, pdf, pdf.count, &edges))
        return (object, Box(left: edges[0], bottom: edges[1], right: edges[2], top: edges[3]))
    }

    /// Puts matrices in the places of their markers while the page is written: bytes of an open file, as
    /// `cqpdf_set_matrices` describes them. Throws ``QPDFError``.
    public func setMatrices(page: Int, descriptor: Int32, offset: Int, count: Int) throws(QPDFError) {
        try check(cqpdf_set_matrices(handle, page, descriptor, Int64(offset), count))
    }

    /// Sets a page's boxes (ISO 32000-2, 14.11.2). Throws ``QPDFError``.
    public func setBoxes(page: Int, media: Box, bleed: Box, trim: Box) throws(QPDFError) {
        try check(cqpdf_set_boxes(handle, page, media.edges, bleed.edges, trim.edges))
    }

    /// Makes an area of a page lead to an address. Throws ``QPDFError``.
    public func addLink(page: Int, area: Box, address: String) throws(QPDFError) {
        try check(cqpdf_add_link(handle, page, area.edges, address))
    }

    /// Merges entries into the catalog. Throws ``QPDFError``.
    public func setCatalog(_ entries: String) throws(QPDFError) {
        try check(cqpdf_set_catalog(handle, entries))
    }

    /// Replaces the information dictionary. Throws ``QPDFError``.
    public func setInformation(_ entries: String) throws(QPDFError) {
        try check(cqpdf_set_information(handle, entries))
    }

    /// Makes neutral RGB grey in all painting commands and completes font dictionaries; after the last import. Throws ``QPDFError``.
    public func mend() throws(QPDFError) {
        try check(cqpdf_mend(handle))
    }

    /// Writes the whole file; its identifier is made from its content. Throws ``QPDFError`` or what the stream source threw.
    public func write(to path: String, version: String) throws {
        let done = cqpdf_write(handle, path, version)
        if let failure = supply.failure { throw failure }
        try check(done)
    }

    private func check(_ done: Bool) throws(QPDFError) {
        if !done {
            let code = cqpdf_system_code(handle)
            throw QPDFError(String(cString: cqpdf_error(handle)), systemCode: code == 0 ? nil : code)
        }
    }

    private func checked(_ object: Int32) throws(QPDFError) -> Int {
        try check(object > 0)
        return Int(object)
    }

    /// Carries stream data, and the error of who could not give them, through C.
    private final class Supply {
        let source: any StreamSource
        var failure: (any Error)?

        init(_ source: any StreamSource) {
            self.source = source
        }

        func write(_ token: UInt64, to sink: OpaquePointer) -> Bool {
            do {
                let data = try source.data(of: token)
                cqpdf_sink_write(sink, data, data.count)
                return true
            } catch {
                if failure == nil { failure = error }
                return false
            }
        }
    }
}
