internal import CXXHash

/// ``ContentHash`` of bytes that come piece by piece: owns one XXH3 state. Belongs to one thread.
public final class ContentHasher {
    private let state: OpaquePointer

    /// Throws ``CodecError/outOfMemory``.
    public init() throws(CodecError) {
        guard let state = XXH3_createState() else { throw .outOfMemory }
        self.state = state
        XXH3_128bits_reset(state)
    }

    deinit {
        XXH3_freeState(state)
    }

    public func add(_ bytes: UnsafeRawBufferPointer) {
        XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }

    /// The hash of all bytes so far.
    public var hash: ContentHash {
        let hash = XXH3_128bits_digest(state)
        return ContentHash(high: hash.high64, low: hash.low64)
    }
}
