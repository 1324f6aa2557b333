import DisplayList
import Geometry
import Testing

@testable import QRCode

@Suite("QR codes")
struct QREncoderTests {
    @Test(arguments: [
        ("1", 1, QRLevel.high), ("HTTPS://CARDS.EXAMPLE.ORG/CUP", 2, .quartile),
        ("https://cards.example.org/k/cup", 3, .quartile),
        ("0123456789012345678901234567890123", 1, .medium),
    ])
    func `are the smallest of the best level`(message: String, version: Int, level: QRLevel) throws {
        let symbol = try QREncoder.encode(message)
        #expect(symbol.version == version)
        #expect(symbol.level == level)
        #expect(symbol.side == 17 + 4 * version)
        #expect(symbol.modules.count == symbol.side * symbol.side)
        // The finder pattern's outer ring and the light ring inside it.
        #expect(symbol.modules[..<7].allSatisfy { $0 })
        #expect(!symbol.modules[symbol.side + 1])
    }

    /// libqrencode chooses a larger version by itself where ours would be too small: the two agree at the edges.
    @Test(arguments: QRCapacity.versions)
    func `hold what the standard says`(version: Int) throws {
        for level in [QRLevel.low, .medium, .quartile, .high] {
            let longest = QRCapacity.bytes(version: version, level: level)
            let message = String(repeating: "a", count: longest)
            #expect(try QREncoder.encode(message, level: level).version == version)
            if version < 40 { #expect(try QREncoder.encode(message + "a", level: level).version == version + 1) }
        }
    }

    @Test func `refuse what cannot be said`() {
        #expect(throws: QRError.empty) { try QREncoder.encode("") }
        #expect(throws: QRError.tooLong(bytes: 2332, limit: 2331)) {
            try QREncoder.encode(String(repeating: "é", count: 1166))
        }
        #expect(throws: QRError.tooLong(bytes: 10_000_000, limit: 2331)) {
            try QREncoder.encode(String(repeating: "a", count: 10_000_000))
        }
    }

    @Test func `say any byte`() throws {
        #expect(try QREncoder.encode("a\u{0}b").message == "a\u{0}b")
    }
}

@Suite("The size of QR codes")
struct QRSizingTests {
    /// Version 3: 29 modules and 8 of quiet zone.
    static let symbol = QRSymbol(
        side: 29, modules: .init(repeating: true, count: 841), version: 3, level: .medium, message: "")

    static func box(_ side: Double) -> Size { Size(width: .mm(side), height: .mm(side + 5)) }

    @Test(arguments: [(18.5, "good"), (18.4, "small"), (14.8, "small"), (14.7, "tooSmall"), (5, "tooSmall")])
    func `is judged by the module`(side: Double, word: String) {
        let verdict = QRSizing.verdict(Self.symbol, box: Self.box(side))
        switch verdict {
        case .good: #expect(word == "good")
        case .small: #expect(word == "small")
        case .tooSmall: #expect(word == "tooSmall")
        }
    }

    @Test func `advice leads to a better code`() throws {
        guard case .tooSmall(let advice) = QRSizing.verdict(Self.symbol, box: Self.box(14)) else {
            Issue.record("not too small")
            return
        }
        #expect(advice.boxSide.isClose(to: .mm(14.8)))
        #expect(advice.module.isClose(to: .mm(14.0 / 37)))
        // 14 mm of 0.4 mm are 35 modules, 27 without the quiet zone: version 2, which holds 26 bytes at level M.
        #expect(advice.longestMessage == 26)
        let shorter = try QREncoder.encode(String(repeating: "a", count: 26))
        #expect(QRSizing.moduleSize(shorter, box: Self.box(14)) >= .mm(0.4))
        guard case .tooSmall(let none) = QRSizing.verdict(Self.symbol, box: Self.box(5)) else {
            Issue.record("not too small")
            return
        }
        #expect(none.longestMessage == nil)
    }

    @Test func `leaves the quiet zone white, in the middle of the box`() {
        let (white, matrix) = Self.symbol.placed(
            in: Rect(x: .mm(10), y: .mm(20), width: .mm(37), height: .mm(47)))
        #expect(white.minX.isClose(to: .mm(10)) && white.minY.isClose(to: .mm(25)))
        #expect(white.width.isClose(to: .mm(37)) && white.height.isClose(to: .mm(37)))
        #expect(matrix.area.minX.isClose(to: .mm(14)) && matrix.area.minY.isClose(to: .mm(29)))
        #expect(matrix.area.width.isClose(to: .mm(29)))
    }
}
