/// How far a run is.
public struct Progress: Hashable, Sendable {
    /// Sheets laid out and drawn.
    public var sheetsDone: Int
    public var sheets: Int
}
