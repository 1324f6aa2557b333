/// The names that Cairo gives to parts of an SVG document.
enum SVGIdentifiers {
    private static let prefixes = ["image", "surface", "clip", "mask", "source", "pattern", "linear", "radial"]
        .map { Array($0.utf8) }

    /// The document with names such as `image17` numbered anew, in the order in which they come: Cairo counts on over all
    /// drawings of a process, and one drawing would have other bytes the second time.
    static func renumbered(_ document: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(document.count)
        var numbers: [[UInt8]: Int] = [:]
        var at = 0
        while at < document.count {
            // Names stand after a quote or a number sign, never inside picture data.
            let byte = document[at]
            result.append(byte)
            at += 1
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") else { continue }
            guard let prefix = prefixes.first(where: { document[at...].starts(with: $0) }) else { continue }
            let digits = document[(at + prefix.count)...].prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { continue }
            let name = prefix + digits
            let number = numbers[name] ?? numbers.count
            numbers[name] = number
            result += prefix + Array(String(number).utf8)
            at += name.count
        }
        return result
    }
}
