public import DisplayList
internal import FileAccess
public import HarfBuzz

/// An opened face and what a drawing has to know of it. Immutable; shared by all workers.
public final class Font: Sendable {
    public let face: Face
    public let reference: FontReference
    /// How far lines reach above and below the baseline as the font's maker had it, in ems.
    public let ascent: Double
    public let descent: Double
    /// The version as its maker wrote it.
    public var version: String { face.version }
    /// The family and style as people know it, such as "Andika Bold".
    public var fullName: String { face.fullName }
    /// `usWeightClass` of the OS/2 table: 400 regular, 700 bold.
    let weightClass: Int
    let isItalic: Bool
    /// `fsType` of the OS/2 table: what the licence allows (OpenType 1.9, "OS/2").
    let licence: FontLicence

    /// Opens a face of a file. Throws ``HarfBuzz/BrokenFontError``.
    init(file: MappedFile, index: Int, variations: [VariationAxis.Setting] = []) throws(BrokenFontError) {
        let face = try Face(file: file, index: index, variations: variations)
        self.face = face
        let windows = face.table("OS/2")
        func uint16(_ at: Int) -> Int? { windows.count >= at + 2 ? Int(windows[at]) << 8 | Int(windows[at + 1]) : nil }
        let weight = variations.first { $0.tag == "wght" }.map { Int($0.value) }
        weightClass = weight ?? uint16(4) ?? 400
        licence = FontLicence(bits: uint16(8) ?? 0)
        isItalic = (uint16(62) ?? 0) & 1 != 0
        let extents = face.lineExtents
        ascent = Double(extents.ascent) / Double(face.unitsPerEm)
        descent = Double(extents.descent) / Double(face.unitsPerEm)
        let settings = variations.map { "\($0.tag)=\(Font.number($0.value))" }.joined(separator: ",")
        let name = face.name.isEmpty ? Paths.name(of: file.path) : face.name
        reference = FontReference(
            file: file.path, index: index, name: settings.isEmpty ? name : "\(name)@\(settings)",
            contentHash: Font.contentHash(face, size: file.count, settings),
            variations: variations.map { FontReference.Variation(tag: $0.tag, value: $0.value) },
            glyphForm: face.hasPictures ? .pictures : .outlines)
    }

    /// As ``DisplayList/FontReference/contentHash`` says.
    private static func contentHash(_ face: Face, size: Int, _ settings: String) -> String {
        func digits(_ value: UInt64, _ width: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        let head = face.table("head")
        let checksum = head.dropFirst(8).prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let version = (face.version + settings).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return digits(checksum, 8) + digits(UInt64(size), 8) + digits(version, 16)
    }

    /// Whole numbers without a decimal point.
    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }

    var isBold: Bool { weightClass >= 600 }
}
