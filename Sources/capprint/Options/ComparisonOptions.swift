import ArgumentParser
import FileAccess
import Geometry
import Prepress

/// What a comparison of cards passes over.
struct ComparisonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of rules: tolerance, ignored fields and regions, also for single cards. (default: deck.snapshot-rules.json beside the deck, if it is there)",
            valueName: "file"))
    var rules: String?

    @Option(
        help: ArgumentHelp(
            "How far things may move or stretch and still be the same, such as 0.1mm. (default: 0.05mm)",
            valueName: "length"), transform: ToleranceArgument.length)
    var tolerance: Length?

    @Option(
        help: ArgumentHelp(
            "A field that does not count: caption, link, sticker, words.*.reading; may be given more than once.",
            valueName: "field"))
    var ignore: [String] = []

    @Option(
        help: ArgumentHelp(
            "A part of a side that does not count, in millimetres from its top left corner: back:40,60,20,20; may be given more than once.",
            valueName: "side:x,y,w,h"))
    var ignoreRegion: [RegionArgument] = []

    func apply(to request: inout SnapshotRequest) {
        request.rules = rules
        request.tolerance = tolerance
        request.ignoredFields = ignore
        request.ignoredRegions = ignoreRegion.map(\.region)
    }
}

/// A part of a side as `back:40,60,20,20`, in millimetres.
struct RegionArgument: ExpressibleByArgument {
    let region: SnapshotRequest.Region

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "front" || parts[0] == "back", let area = Rect(millimetres: parts[1]) else {
            return nil
        }
        region = SnapshotRequest.Region(side: String(parts[0]), area: area)
    }
}

enum ToleranceArgument {
    /// A length as `0.05mm` or `0.5pt`; a bare number is in millimetres. Throws `ValidationError`.
    @Sendable static func length(_ argument: String) throws -> Length {
        let text = argument.lowercased()
        let isPoints = text.hasSuffix("pt")
        let digits = text.hasSuffix("mm") || isPoints ? String(text.dropLast(2)) : text
        guard let number = Double(digits), number >= 0, number <= (isPoints ? 28 : 10) else {
            throw ValidationError("--tolerance takes 0 to 10 millimetres, such as 0.1mm, or points, such as 0.5pt.")
        }
        return isPoints ? .pt(number) : .mm(number)
    }
}

enum ColorToleranceArgument {
    /// Per cent as `2` or `2%`, as a share. Throws `ValidationError`.
    @Sendable static func share(_ argument: String) throws -> Double {
        guard let number = Double(argument.hasSuffix("%") ? argument.dropLast() : argument[...]), number >= 0,
            number <= 100
        else { throw ValidationError("--color-tolerance takes 0 to 100 per cent, such as 2.") }
        return number / 100
    }
}
