internal import CHEIF

/// HEIC and AVIF (ISO/IEC 23008-12) through libheif, which turns the picture upright itself.
enum HEIFDecoder {
    static func decode(_ bytes: [UInt8]) throws(CodecError) -> RawPicture {
        guard let context = heif_context_alloc() else { throw .outOfMemory }
        defer { heif_context_free(context) }
        // The context refers to the bytes, so all of its use lies inside.
        return try withBytes(bytes) { (buffer: UnsafeBufferPointer<UInt8>) throws(CodecError) in
            try check(
                heif_context_read_from_memory_without_copy(context, buffer.baseAddress, buffer.count, nil), bytes.count)
            var handle: OpaquePointer?
            try check(heif_context_get_primary_image_handle(context, &handle), bytes.count)
            guard let handle else { throw .damaged("it has no main picture") }
            defer { heif_image_handle_release(handle) }
            return try decode(handle, fileSize: bytes.count)
        }
    }

    private static func withBytes<Result>(
        _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(CodecError) -> Result
    ) throws(CodecError) -> Result {
        let outcome = bytes.withUnsafeBufferPointer { buffer -> Swift.Result<Result, CodecError> in
            do throws(CodecError) { return .success(try body(buffer)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private static func decode(_ handle: OpaquePointer, fileSize: Int) throws(CodecError) -> RawPicture {
        var picture = RawPicture(
            width: Int(heif_image_handle_get_width(handle)), height: Int(heif_image_handle_get_height(handle)))
        try ImageLimits.check(width: picture.width, height: picture.height)
        picture.isOpaque = heif_image_handle_has_alpha_channel(handle) == 0
        var image: OpaquePointer?
        try check(
            heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nil), fileSize)
        guard let image else { throw .damaged("it has no pixels") }
        defer { heif_image_release(image) }
        var stride: Int32 = 0
        guard let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride) else {
            throw .damaged("it has no pixels")
        }
        let width = Int(heif_image_get_width(image, heif_channel_interleaved))
        let height = Int(heif_image_get_height(image, heif_channel_interleaved))
        try ImageLimits.check(width: width, height: height)
        guard Int(stride) >= width * 4 else { throw .damaged("its rows are too short") }
        (picture.width, picture.height) = (width, height)
        (picture.decodedWidth, picture.decodedHeight) = (width, height)
        picture.pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { target, count in
            for row in 0..<height {
                target.baseAddress?.advanced(by: row * width * 4)
                    .update(from: plane + row * Int(stride), count: width * 4)
            }
            count = width * height * 4
        }
        let size = heif_image_handle_get_raw_color_profile_size(handle)
        if size > 0, size < 4 << 20 {
            picture.profile = [UInt8](unsafeUninitializedCapacity: size) { target, count in
                count =
                    heif_image_handle_get_raw_color_profile(handle, target.baseAddress).code == heif_error_Ok ? size : 0
            }
        }
        return picture
    }

    private static func check(_ error: heif_error, _ fileSize: Int) throws(CodecError) {
        guard error.code != heif_error_Ok else { return }
        if error.subcode == heif_suberror_End_of_data { throw .cutShort(count: fileSize, expected: nil) }
        if error.code == heif_error_Memory_allocation_error { throw .outOfMemory }
        if error.code == heif_error_Unsupported_filetype || error.code == heif_error_Unsupported_feature {
            throw .unsupported("a kind of HEIF that no decoder here reads")
        }
        throw .damaged(error.message.map { String(cString: $0) } ?? "it cannot be decoded")
    }
}
