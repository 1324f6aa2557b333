public import DisplayList
public import Geometry

/// How large a QR code is printed, and whether that can be read.
public enum QRSizing {
    /// Modules of light around a symbol (ISO/IEC 18004, 9.1).
    public static let quietZone = 4
    /// Modules of this size survive a slight blur and turn.
    public static let goodModule = Length.mm(0.5)
    /// Below this two codes in three are lost to a slight blur and turn.
    public static let smallestModule = Length.mm(0.4)

    /// How large a module is when symbol and quiet zone fill the box's shorter side.
    public static func moduleSize(_ symbol: QRSymbol, box: Size) -> Length {
        min(box.width, box.height) / Double(symbol.side + 2 * quietZone)
    }

    /// Whether the symbol can be read when it fills the box, and what would help.
    public static func verdict(_ symbol: QRSymbol, box: Size) -> QRVerdict {
        let module = moduleSize(symbol, box: box)
        func isAtLeast(_ limit: Length) -> Bool { module > limit || module.isClose(to: limit) }
        if isAtLeast(goodModule) { return .good }
        let advice = QRAdvice(
            module: module,
            longestMessage: longestMessage(box: box, module: isAtLeast(smallestModule) ? goodModule : smallestModule),
            boxSide: (isAtLeast(smallestModule) ? goodModule : smallestModule) * Double(symbol.side + 2 * quietZone))
        return isAtLeast(smallestModule) ? .small(advice) : .tooSmall(advice)
    }

    /// Bytes of the longest message at level M whose modules have the size in the box; nil where not even the smallest symbol's have.
    public static func longestMessage(box: Size, module: Length) -> Int? {
        let side = min(box.width, box.height)
        return QRCapacity.versions.last { module * Double(17 + 4 * $0 + 2 * quietZone) <= side + Length.tolerance }
            .map { QRCapacity.bytes(version: $0, level: .medium) }
    }

    /// The symbol as large as it goes in the middle of the box: the white square of symbol and quiet zone, and the modules.
    public static func placed(_ symbol: QRSymbol, in box: Rect, color: Color = .black) -> (
        white: Rect, matrix: PlacedMatrix
    ) {
        let side = min(box.width, box.height)
        let white = Rect(x: box.midX - side / 2, y: box.midY - side / 2, width: side, height: side)
        let module = moduleSize(symbol, box: box.size)
        return (
            white,
            PlacedMatrix(
                side: symbol.side, modules: symbol.modules, area: white.inset(by: module * Double(quietZone)),
                color: color, message: symbol.message)
        )
    }
}

/// Whether a printed QR code can be read.
public enum QRVerdict: Hashable, Sendable {
    /// Modules of 0.5 mm or more.
    case good
    /// Modules of 0.4 to 0.5 mm; the advice leads to 0.5 mm.
    case small(QRAdvice)
    /// Modules under 0.4 mm; the advice leads to 0.4 mm.
    case tooSmall(QRAdvice)
}

/// What would make a QR code easier to read: either of two.
public struct QRAdvice: Hashable, Sendable {
    /// What a module measures now.
    public var module: Length
    /// Bytes of a message short enough for the box; nil where no message is.
    public var longestMessage: Int?
    /// The side of a box large enough for the message, quiet zone included.
    public var boxSide: Length

    public init(module: Length, longestMessage: Int?, boxSide: Length) {
        self.module = module
        self.longestMessage = longestMessage
        self.boxSide = boxSide
    }
}

extension QRSymbol {
    /// See ``QRSizing/placed(_:in:color:)``.
    public func placed(in box: Rect) -> (white: Rect, matrix: PlacedMatrix) { QRSizing.placed(self, in: box) }
}
