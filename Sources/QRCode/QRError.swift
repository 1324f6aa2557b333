/// Why a message has no symbol.
public enum QRError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is nothing to say.
    case empty
    /// The largest symbol of that level holds `limit` bytes.
    case tooLong(bytes: Int, limit: Int)
    /// libqrencode's reason (errno).
    case encoder(code: Int32)

    public var description: String {
        switch self {
        case .empty: "a QR code needs a message"
        case .tooLong(let bytes, let limit):
            "a message of \(bytes) bytes is too long for a QR code, which holds \(limit)"
        case .encoder(let code): "the QR code could not be made (error \(code))"
        }
    }
}
