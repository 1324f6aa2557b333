public import Diagnostics

/// Reads what ``ReferenceWriter`` wrote, and says line by line what somebody or a merge has broken.
public enum ReferenceReader {
    /// How many damaged lines are told one by one.
    static let mostFaults = 50

    /// The reference. Throws everything that is wrong with the file at once.
    public static func read(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> Reference {
        var reading = ReferenceReading(bytes, file: file, needsEnd: true)
        return try reading.reference()
    }

    /// What is left of a snapshot that ``read(_:file:)`` throws away; nil for a file that is no snapshot, or a newer capprint's.
    public static func remains(of bytes: [UInt8]) -> ReferenceRemains? {
        var reading = ReferenceReading(bytes, file: "", needsEnd: true)
        return reading.remains()
    }
}
