internal import CShims

/// How stored pixels have to be turned to stand upright (Exif 2.32, 4.6.4 A, tag Orientation).
struct Orientation: Equatable {
    /// 1…8.
    var value: Int

    static let upright = Orientation(value: 1)

    init(value: Int) {
        self.value = (1...8).contains(value) ? value : 1
    }

    /// From an EXIF block.
    init(exif: [UInt8]) {
        self.init(value: Int(capprint_exif_orientation(exif, exif.count)))
    }

    /// Whether width and height change places.
    var swapsSides: Bool { value >= 5 }

    /// The picture turned upright.
    func apply(to bitmap: Bitmap) -> Bitmap {
        guard value != 1 else { return bitmap }
        let (width, height) = (bitmap.width, bitmap.height)
        let (columns, rows) = swapsSides ? (height, width) : (width, height)
        // The place of the source pixel for the target's column and row, as start + column * across + row * down.
        let start: Int
        let across: Int
        let down: Int
        switch value {
        case 2: (start, across, down) = (width - 1, -1, width)
        case 3: (start, across, down) = (width * height - 1, -1, -width)
        case 4: (start, across, down) = (width * (height - 1), 1, -width)
        case 5: (start, across, down) = (0, width, 1)
        case 6: (start, across, down) = (width * (height - 1), -width, 1)
        case 7: (start, across, down) = (width * height - 1, -width, -1)
        default: (start, across, down) = (width - 1, width, -1)
        }
        let pixels = [UInt8](unsafeUninitializedCapacity: bitmap.pixels.count) { target, count in
            bitmap.pixels.withUnsafeBytes { source in
                let target = UnsafeMutableRawBufferPointer(target)
                for row in 0..<rows {
                    var place = start &+ row &* down
                    var position = row &* columns &* 4
                    for _ in 0..<columns {
                        target.storeBytes(
                            of: source.loadUnaligned(fromByteOffset: place &* 4, as: UInt32.self),
                            toByteOffset: position, as: UInt32.self)
                        place &+= across
                        position &+= 4
                    }
                }
            }
            count = bitmap.pixels.count
        }
        return Bitmap(width: columns, height: rows, pixels: pixels, isOpaque: bitmap.isOpaque)
    }
}
