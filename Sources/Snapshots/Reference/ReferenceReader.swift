public import Diagnostics

/// Reads what ``ReferenceWriter`` wrote, and says line by line what somebody or a merge has broken.
public enum ReferenceReader {
    /// How many damaged lines are told one by one.
    static let mostFaults = 50

    /// The reference. Throws everything that is wrong with the file at once.
    public static func read(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> Reference {
        var reading = ReferenceReading(bytes, file: file)
        return try reading.reference()
    }
}
