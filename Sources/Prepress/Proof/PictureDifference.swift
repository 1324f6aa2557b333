/// What differs between two pictures of a side.
struct PictureDifference {
    /// The differences marked on a pale copy.
    var png: [UInt8]
    /// Of the pixels, 0…1.
    var share: Double

    /// Compares two PNG files; nil where one is not there.
    static func between(_ old: [UInt8]?, _ new: [UInt8]?) throws -> PictureDifference? {
        nil
    }
}
