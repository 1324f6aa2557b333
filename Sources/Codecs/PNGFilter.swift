internal import CShims

/// The row filters of PNG (ISO/IEC 15948, clause 9), which PDF calls predictors 10…15 (ISO 32000-2, 7.4.4.4).
enum PNGFilter {
    /// Undoes the filters in place: from rows of one filter byte and `row` bytes to `row * rows` bytes. False for an unknown filter.
    static func reconstruct(_ samples: inout [UInt8], row: Int, rows: Int, step: Int) -> Bool {
        guard samples.count == (row + 1) * rows else { return false }
        let isKnown = samples.withUnsafeMutableBufferPointer { buffer -> Bool in
            guard let base = buffer.baseAddress else { return rows == 0 }
            var above: UnsafeMutablePointer<UInt8>?
            // The row that is read while the one after it is written over it.
            var spare = [UInt8](repeating: 0, count: step == 4 ? row : 0)
            var index = 0
            while index < rows {
                let source = base + index &* (row &+ 1)
                // The result lies before what is still to be read.
                let target = base + index &* row
                let next = source + (row &+ 1)
                if let over = above, step == 4, index &+ 1 < rows, source[0] == 4, next[0] == 4 {
                    spare.withUnsafeMutableBufferPointer { spare in
                        guard let copy = spare.baseAddress else { return }
                        copy.update(from: source + 1, count: row)
                        capprint_paeth_rows(copy, target, over, next + 1, target + row, row / 4)
                    }
                    above = target + row
                    index &+= 2
                    continue
                }
                guard reconstruct(source[0], source + 1, target, above, row, step) else { return false }
                above = target
                index &+= 1
            }
            return true
        }
        samples.removeLast(rows)
        return isKnown
    }

    private static func reconstruct(
        _ filter: UInt8, _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ above: UnsafeMutablePointer<UInt8>?, _ row: Int, _ step: Int
    ) -> Bool {
        switch (filter, above) {
        case (0, _), (2, nil): target.update(from: source, count: row)
        case (1, _), (4, nil): sub(source, target, row, step)
        case (2, let above?): up(source, target, above, row)
        case (3, let above): average(source, target, above, row, step)
        case (4, let above?):
            switch step {
            case 4: paeth4(source, target, above, row)
            default: paeth(source, target, above, row, step)
            }
        default: return false
        }
        return true
    }

    private static func sub(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>, _ row: Int, _ step: Int
    ) {
        if step == 4 {
            let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
            var left: UInt32 = 0
            for place in stride(from: 0, to: row, by: 4) {
                let raw = from.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                // Four additions in one word: the top bits apart, so that nothing carries over.
                left = ((left & 0x7F7F_7F7F) &+ (raw & 0x7F7F_7F7F)) ^ ((left ^ raw) & 0x8080_8080)
                to.storeBytes(of: left, toByteOffset: place, as: UInt32.self)
            }
            return
        }
        for place in 0..<min(step, row) { target[place] = source[place] }
        for place in stride(from: step, to: row, by: 1) { target[place] = source[place] &+ target[place &- step] }
    }

    private static func up(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ above: UnsafeMutablePointer<UInt8>, _ row: Int
    ) {
        let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        let over = UnsafeRawPointer(above)
        var place = 0
        while place &+ 16 <= row {
            let sum =
                from.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
                &+ over.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
            to.storeBytes(of: sum, toByteOffset: place, as: SIMD16<UInt8>.self)
            place &+= 16
        }
        while place < row {
            target[place] = source[place] &+ above[place]
            place &+= 1
        }
    }

    private static func average(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ above: UnsafeMutablePointer<UInt8>?, _ row: Int, _ step: Int
    ) {
        if let above, step == 4 {
            let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
            let over = UnsafeRawPointer(above)
            var left: UInt32 = 0
            for place in stride(from: 0, to: row, by: 4) {
                let raw = from.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                let up = over.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                // Four averages, rounded down, in one word.
                let mean = (left & up) &+ (((left ^ up) & 0xFEFE_FEFE) &>> 1)
                left = ((mean & 0x7F7F_7F7F) &+ (raw & 0x7F7F_7F7F)) ^ ((mean ^ raw) & 0x8080_8080)
                to.storeBytes(of: left, toByteOffset: place, as: UInt32.self)
            }
            return
        }
        for place in 0..<row {
            let left = place < step ? 0 : UInt32(target[place &- step])
            let up = above.map { UInt32($0[place]) } ?? 0
            target[place] = source[place] &+ UInt8(truncatingIfNeeded: (left &+ up) &>> 1)
        }
    }

    private static func paeth(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ above: UnsafeMutablePointer<UInt8>, _ row: Int, _ step: Int
    ) {
        for place in 0..<min(step, row) { target[place] = source[place] &+ above[place] }
        for place in stride(from: step, to: row, by: 1) {
            let left = Int32(target[place &- step])
            let up = Int32(above[place])
            let corner = Int32(above[place &- step])
            let toLeft = abs(up &- corner)
            let toUp = abs(left &- corner)
            let toCorner = abs(left &+ up &- corner &- corner)
            let nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
            target[place] = source[place] &+ UInt8(truncatingIfNeeded: nearest)
        }
    }

    /// As ``paeth`` for pixels of four bytes, a pixel at a time.
    private static func paeth4(
        _ source: UnsafeMutablePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>,
        _ above: UnsafeMutablePointer<UInt8>, _ row: Int
    ) {
        let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        let over = UnsafeRawPointer(above)
        var left = SIMD4<Int16>()
        var corner = SIMD4<Int16>()
        for place in stride(from: 0, to: row, by: 4) {
            let raw = SIMD4<Int16>(
                truncatingIfNeeded: from.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt8>.self))
            let up = SIMD4<Int16>(
                truncatingIfNeeded: over.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt8>.self))
            let byUp = up &- corner
            let byLeft = left &- corner
            let byCorner = byUp &+ byLeft
            let toLeft = magnitude(byUp)
            let toUp = magnitude(byLeft)
            let toCorner = magnitude(byCorner)
            let nearest = corner.replacing(with: up, where: toUp .<= toCorner)
                .replacing(with: left, where: (toLeft .<= toUp) .& (toLeft .<= toCorner))
            left = (raw &+ nearest) & 255
            corner = up
            to.storeBytes(of: SIMD4<UInt8>(truncatingIfNeeded: left), toByteOffset: place, as: SIMD4<UInt8>.self)
        }
    }

    @inline(__always)
    private static func magnitude(_ value: SIMD4<Int16>) -> SIMD4<Int16> {
        let sign = value &>> 15
        return (value ^ sign) &- sign
    }
}
