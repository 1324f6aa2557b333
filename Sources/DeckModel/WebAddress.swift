import Diagnostics

/// Addresses on the web (RFC 3986).
enum WebAddress {
    /// QR codes hold at most 2,953 bytes (ISO/IEC 18004, version 40-L); a card's id and a path have to follow.
    private static let limit = 2000

    /// Whether the text is meant as an address, not as a path.
    static func isMeant(by text: String) -> Bool {
        guard let colon = text.utf8.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return text.utf8[colon...].starts(with: "://".utf8)
    }

    /// Whether the text is an address that a QR code may lead to: `https`, or `http` on a local network where that is allowed.
    static func fault(in text: String, allowsLocal: Bool) -> Fault? {
        guard text.utf8.count <= limit else { return Fault("is longer than \(limit) bytes") }
        if let fault = characterFault(in: text) { return fault }
        let lowercased = text.lowercased()
        let isPlain = lowercased.hasPrefix("http://")
        guard isPlain || lowercased.hasPrefix("https://") else {
            return Fault(
                "\(Quotation.quoted(text)) is not an https address",
                hint: isMeant(by: text)
                    ? "it starts with https://" : "did you mean \(Quotation.quoted("https://\(text)"))?")
        }
        let authority = text.dropFirst(isPlain ? 7 : 8).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if authority.contains("@") {
            return Fault(
                "holds a user name, which anyone who has the card could read", hint: "remove what stands before @")
        }
        guard let host = host(of: authority) else { return Fault("\(Quotation.quoted(text)) names no host") }
        if isPlain, !allowsLocal || !isLocal(host) {
            let place = allowsLocal ? "http goes with hosts on a local network only" : "http is not allowed here"
            return Fault(place, hint: "write https://")
        }
        return nil
    }

    private static func characterFault(in text: String) -> Fault? {
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "%" {
                guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(\.properties.isASCIIHexDigit) else {
                    return Fault("has a '%' without two hexadecimal digits", hint: "a % itself is written %25")
                }
            } else if scalar.value <= 0x20 || scalar.value >= 0x7F || "\"<>\\^`{|}".unicodeScalars.contains(scalar) {
                let encoded = percentEncoded(String(scalar)) { _ in false }
                return Fault(
                    "holds \(Quotation.quoted(String(scalar))), which no address may hold",
                    hint: scalar.value <= 0x20 || scalar.value >= 0x7F && scalar.value < 0xA0
                        ? "remove it, or write \(encoded)" : "write \(encoded)")
            }
        }
        return nil
    }

    private static func host(of authority: Substring) -> String? {
        let host: Substring
        let port: Substring
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }
            port = authority.dropFirst(host.count)
        }
        guard !host.isEmpty, port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isWholeNumber) else {
            return nil
        }
        return host.lowercased()
    }

    /// Names and numbers that lead nowhere outside the house (RFC 1918, 3927, 4193, 4291, 6762, 8375; the top-level domain `internal`; names without a dot).
    private static func isLocal(_ host: String) -> Bool {
        if host.contains(":") {
            return host == "::1" || ["fe8", "fe9", "fea", "feb", "fc", "fd"].contains { host.hasPrefix($0) }
        }
        if [".local", ".lan", ".home.arpa", ".internal", ".localhost"].contains(where: { host.hasSuffix($0) }) {
            return true
        }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { UInt8($0) }
        guard numbers.count == 4, parts.count == 4 else { return parts.count == 1 }
        switch (numbers[0], numbers[1]) {
        case (10, _), (127, _), (192, 168), (169, 254), (172, 16...31): return true
        default: return false
        }
    }

    /// Whether a card's id can stand right behind the base and still be told apart.
    static func isBase(_ link: String) -> Bool {
        ["/", "=", "#", "-"].contains { link.hasSuffix($0) }
    }

    /// The address of a path below a base: the base without query, fragment and what follows its last slash (RFC 3986, 5.2.3), then the path, its segments percent-encoded.
    static func resolve(_ path: String, below base: String) -> String {
        var folder = base.prefix { $0 != "?" && $0 != "#" }
        let authority = folder.firstIndex(of: "/").map { folder[$0...].dropFirst(2) } ?? folder
        if let slash = authority.lastIndex(of: "/") {
            folder = folder[...slash]
        } else {
            folder += "/"
        }
        return folder + percentEncoded(path, keeping: isPathByte)
    }

    private static func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        var result = ""
        for byte in text.utf8 {
            if isKept(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return result
    }

    /// RFC 3986, 3.3: what may stand in a path as it is, and the slash.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._~!$&'()*+,;=:@/".utf8.contains(byte)
        }
    }
}
