internal import DisplayList
internal import Geometry
internal import Painting

/// A matrix as a form XObject (ISO 32000-2, 8.10) whose unit is a module: whole numbers only, a single path.
///
/// One path, so that viewers that smooth edges leave no seams between rows.
struct MatrixForm: Hashable {
    let side: Int
    /// Row by row, one bit a module.
    private let bits: [UInt64]
    let color: Color

    init(_ matrix: PlacedMatrix) {
        side = max(0, matrix.side)
        color = matrix.color
        var bits = [UInt64](repeating: 0, count: (matrix.modules.count + 63) / 64)
        for (index, isDark) in matrix.modules.enumerated() where isDark { bits[index / 64] |= 1 << UInt64(index % 64) }
        self.bits = bits
    }

    var dictionary: String {
        let module = Syntax.real(1 / Double(max(1, side)), decimals: 12)
        return """
            << /Type /XObject /Subtype /Form /BBox [0 0 \(side) \(side)] /Matrix [\(module) 0 0 \(module) 0 0] \
            /Resources << >> /Filter /FlateDecode >>
            """
    }

    /// The painting commands: runs of dark modules as rectangles, y upwards. Runs that go on in the rows below are one rectangle.
    var commands: [UInt8] {
        var text =
            color.red == color.green && color.green == color.blue
            ? Syntax.real(color.red) + " g\n"
            : [color.red, color.green, color.blue].map { Syntax.real($0) }.joined(separator: " ") + " rg\n"
        for run in runs {
            text += "\(run.column) \(side - run.row - 1) \(run.length) 1 re\n"
        }
        text += "f\n"
        return Array(text.utf8)
    }

    private var runs: [MatrixRun] {
        let modules = (0..<(side * side)).map { bit in
            bit / 64 < bits.count && bits[bit / 64] & (1 << UInt64(bit % 64)) != 0
        }
        return PlacedMatrix(
            side: side, modules: modules, area: .init(origin: .zero, size: .zero), color: color, message: ""
        ).horizontalRuns
    }
}
