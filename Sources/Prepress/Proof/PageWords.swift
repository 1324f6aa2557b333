internal import Geometry
internal import PageComparison
internal import Proofing

/// What differs between two PDF files in words.
enum PageWords {
    static func item(_ page: PageDifference) -> ProofItem {
        let number = page.new ?? page.old ?? 0
        let state: ProofItem.State =
            switch (page.old, page.new) {
            case (nil, _): .new
            case (_, nil): .missing
            default: page.isMoved ? .renamed : .changed
            }
        let pictures = page.pictures.map {
            ProofItem.Pictures(
                side: "", old: $0.old, new: $0.new, difference: $0.difference,
                share: page.old == nil || page.new == nil ? nil : page.share)
        }
        let details = details(page)
        return ProofItem(
            name: "page \(number)", state: state, oldName: page.isMoved ? page.old.map { "page \($0)" } : nil,
            place: nil,
            findings: details.isEmpty ? [] : [.init(side: "", field: "", language: nil, details: details)],
            pictures: pictures.map { [$0] } ?? [])
    }

    private static func details(_ page: PageDifference) -> [(kind: String, sentence: String)] {
        var details: [(kind: String, sentence: String)] = []
        if let sizes = page.sizes {
            details.append(("size", "size \(size(sizes.old)) → \(size(sizes.new)) mm"))
        }
        guard page.share > 0 else { return details }
        // An old page that was paired without a name of its own to tell.
        let before = page.isMoved || page.old == page.new ? "" : page.old.map { " (page \($0) before)" } ?? ""
        let shown = page.areas.prefix(3).map { area in
            "\(size(area.size)) mm at \(millimetres(area.minX)), \(millimetres(area.minY))"
        }
        let rest = page.areas.count > shown.count ? "; …" : ""
        let places = page.areas.count == 1 ? "in one place" : "in \(page.areas.count) places"
        details.append(
            (
                "pixels",
                "\(percent(page.share)) of it differs\(before), \(places) (\(shown.joined(separator: "; "))\(rest))"
            ))
        return details
    }

    /// `0.8 %`: two digits that count, and never 0 for what is more.
    static func percent(_ share: Double) -> String {
        let value = share * 100
        if value < 0.01 { return "less than 0.01 %" }
        if value >= 9.95 { return "\(Int(value.rounded())) %" }
        let decimals = value >= 0.095 ? 10 : 100
        let (whole, rest) = Int((value * Double(decimals)).rounded()).quotientAndRemainder(dividingBy: decimals)
        if rest == 0 { return "\(whole) %" }
        return "\(whole).\(decimals == 100 && rest < 10 ? "0" : "")\(rest) %"
    }

    private static func size(_ size: Size) -> String { "\(millimetres(size.width)) × \(millimetres(size.height))" }

    /// Whole millimetres, below 10 tenths of them.
    private static func millimetres(_ length: Length) -> String {
        let value = length.millimetres
        if value >= 9.95 { return "\(Int(value.rounded()))" }
        let (whole, rest) = Int((value * 10).rounded()).quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
    }
}
