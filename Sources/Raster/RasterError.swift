/// Why a drawing has no picture.
public enum RasterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing or too much would have to be drawn.
    case size(width: Double, height: Double)

    public var description: String {
        switch self {
        case .size(let width, let height):
            "a picture of \(Int(clamping(width))) × \(Int(clamping(height))) pixels cannot be made"
        }
    }

    private func clamping(_ value: Double) -> Double { value.isFinite ? max(-1e9, min(1e9, value)) : 0 }
}
