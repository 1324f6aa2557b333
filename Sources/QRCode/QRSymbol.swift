/// A QR code without its quiet zone (ISO/IEC 18004).
public struct QRSymbol: Hashable, Sendable {
    /// Modules a side.
    public var side: Int
    /// Row by row from the top left, true is dark.
    public var modules: [Bool]
    /// 1…40; a symbol has 17 + 4 · version modules a side.
    public var version: Int
    public var level: QRLevel
    public var message: String

    public init(side: Int, modules: [Bool], version: Int, level: QRLevel, message: String) {
        self.side = side
        self.modules = modules
        self.version = version
        self.level = level
        self.message = message
    }
}
