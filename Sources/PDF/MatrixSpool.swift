internal import DisplayList
internal import FileAccess
internal import Geometry

/// The matrices of all pages in a nameless temporary file, a bit a module, as qpdf's room reads them.
final class MatrixSpool {
    private let file: ScratchFile
    private var offset = 0
    private var pageStart = 0
    private var pageCount = 0

    /// Throws ``FileError``.
    init(folder: String) throws(FileError) {
        file = try ScratchFile(folder: folder)
    }

    var descriptor: Int32 { file.descriptor }

    /// Notes a matrix of the present page; the colour to fill its area with. Throws ``PDFError`` or ``FileError``.
    func add(_ matrix: PlacedMatrix, transform: Transform) throws -> Color {
        guard (1...4096).contains(matrix.side), matrix.modules.count == matrix.side * matrix.side else {
            throw PDFError.matrixSize
        }
        guard pageCount < 65_536 else { throw PDFError.tooManyMatrices }
        let side = Double(matrix.side)
        let module = Transform(
            a: matrix.area.width.points / side, b: 0, c: 0, d: matrix.area.height.points / side,
            tx: matrix.area.minX, ty: matrix.area.minY
        ).then(transform)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(76 + (matrix.modules.count + 7) / 8)
        withUnsafeBytes(of: UInt32(matrix.side)) { bytes += $0 }
        let numbers = [
            matrix.color.red, matrix.color.green, matrix.color.blue, module.a, module.b, module.c, module.d,
            module.tx.points, module.ty.points,
        ]
        for number in numbers { withUnsafeBytes(of: number) { bytes += $0 } }
        var packed: UInt8 = 0
        for (index, isDark) in matrix.modules.enumerated() {
            if isDark { packed |= 1 << UInt8(index & 7) }
            if index & 7 == 7 {
                bytes.append(packed)
                packed = 0
            }
        }
        if matrix.modules.count & 7 != 0 { bytes.append(packed) }
        try file.write(bytes)
        offset += bytes.count
        defer { pageCount += 1 }
        // Between the steps of 8-bit colours, so that no drawing's own colour is taken for it.
        return Color(
            red: 0.123457, green: 0.1 + Double(pageCount >> 8) / 1000, blue: 0.1 + Double(pageCount & 0xFF) / 1000)
    }

    /// Ends the page: where its matrices lie in the file.
    func endPage() -> Range<Int> {
        defer {
            pageStart = offset
            pageCount = 0
        }
        return pageStart..<offset
    }

    /// Throws ``FileError``.
    func flush() throws(FileError) {
        try file.flush()
    }
}
