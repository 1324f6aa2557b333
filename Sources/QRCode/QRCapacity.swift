/// How much a symbol holds (ISO/IEC 18004, tables 3, 7 and 9).
enum QRCapacity {
    static let versions = 1...40

    /// How a message is written.
    enum Mode: Sendable {
        case numeric, alphanumeric, bytes

        /// The densest mode that can say the whole message.
        init(_ message: [UInt8]) {
            if message.allSatisfy({ (0x30...0x39).contains($0) }) {
                self = .numeric
            } else if message.allSatisfy({ Mode.alphanumerics.contains($0) }) {
                self = .alphanumeric
            } else {
                self = .bytes
            }
        }

        private static let alphanumerics = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

        /// Bits of the mode indicator, the character count and the characters.
        func bits(characters count: Int, version: Int) -> Int {
            let group = version < 10 ? 0 : version < 27 ? 1 : 2
            return switch self {
            case .numeric: 4 + [10, 12, 14][group] + count / 3 * 10 + [0, 4, 7][count % 3]
            case .alphanumeric: 4 + [9, 11, 13][group] + count / 2 * 11 + count % 2 * 6
            case .bytes: 4 + [8, 16, 16][group] + count * 8
            }
        }
    }

    /// The smallest version that holds the message at the level; nil where none does.
    static func version(mode: Mode, count: Int, level: QRLevel) -> Int? {
        // Longer than any symbol, and far from overflow.
        guard count < 8000 else { return nil }
        return versions.first { mode.bits(characters: count, version: $0) <= dataBits(version: $0, level: level) }
    }

    /// The longest message of bytes that a symbol of the version and level holds.
    static func bytes(version: Int, level: QRLevel) -> Int {
        (dataBits(version: version, level: level) - Mode.bytes.bits(characters: 0, version: version)) / 8
    }

    /// Bits for data: all codewords less those for error correction.
    static func dataBits(version: Int, level: QRLevel) -> Int {
        (codewords(version) - blocks[level.rawValue][version - 1] * correction[level.rawValue][version - 1]) * 8
    }

    /// All codewords of a version: the modules less the patterns that are the same in every symbol.
    private static func codewords(_ version: Int) -> Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// Error correction codewords a block, by level and version.
    private static let correction: [[Int]] = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
            28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30,
            30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ],
    ]

    /// Blocks, by level and version.
    private static let blocks: [[Int]] = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17,
            18, 19, 19, 20, 21, 22, 24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
            31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38,
            40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
            48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
    ]
}
