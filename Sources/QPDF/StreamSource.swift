/// Supplies the data of streams while a document is being written, so that they need not be in memory together.
public protocol StreamSource: AnyObject {
    /// The data of the stream announced with the token, as its dictionary says it is encoded. The same each time.
    func data(of token: UInt64) throws -> [UInt8]
}
