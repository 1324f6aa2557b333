internal import CQREncode

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Makes QR codes (ISO/IEC 18004) with libqrencode.
public enum QREncoder {
    /// The smallest symbol that says the message at the level or a better one: digits and capitals in the dense modes,
    /// everything else as UTF-8 bytes. Where a better level fits into a symbol of the same size it is taken.
    /// Throws ``QRError``.
    public static func encode(_ message: String, level: QRLevel = .medium) throws(QRError) -> QRSymbol {
        let bytes = Array(message.utf8)
        guard !bytes.isEmpty else { throw .empty }
        let mode = QRCapacity.Mode(bytes)
        guard let version = QRCapacity.version(mode: mode, count: bytes.count, level: level) else {
            throw .tooLong(
                bytes: bytes.count, limit: QRCapacity.bytes(version: QRCapacity.versions.upperBound, level: level))
        }
        let best =
            QRLevel.allCases.last {
                $0 >= level && QRCapacity.version(mode: mode, count: bytes.count, level: $0) == version
            } ?? level
        return try symbol(bytes, mode: mode, version: version, level: best, message: message)
    }

    private static func symbol(
        _ bytes: [UInt8], mode: QRCapacity.Mode, version: Int, level: QRLevel, message: String
    ) throws(QRError) -> QRSymbol {
        guard let input = QRinput_new2(Int32(version), QRecLevel(rawValue: UInt32(level.rawValue))) else {
            throw .encoder(code: errno)
        }
        defer { QRinput_free(input) }
        let encoding =
            switch mode {
            case .numeric: QR_MODE_NUM
            case .alphanumeric: QR_MODE_AN
            case .bytes: QR_MODE_8
            }
        guard QRinput_append(input, encoding, Int32(bytes.count), bytes) == 0, let code = QRcode_encodeInput(input)
        else { throw .encoder(code: errno) }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard side > 0, let data = code.pointee.data else { throw .encoder(code: 0) }
        // The lowest bit of each module is its colour (qrencode.h, QRcode).
        let modules = UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
        return QRSymbol(
            side: side, modules: modules, version: Int(code.pointee.version), level: level, message: message)
    }
}
