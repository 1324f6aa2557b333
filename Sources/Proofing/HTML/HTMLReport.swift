internal import Diagnostics

/// What differs as one HTML file that needs nothing else: no network, no font, no other file, no program but a browser.
///
/// Old, new and difference of each card or page side by side, under a divider, in turns, or marked; the sentences beside them.
/// Without scripts, and on paper, the pictures stand side by side.
public enum HTMLReport {
    /// How many cards or pages have pictures in a report; the rest is told in words. Browsers get slow where there are many more.
    public static let pictureLimit = 100

    /// The file piece by piece: no picture stands in memory again as text. Throws what the sink throws.
    public static func write<Failure: Error>(
        _ report: ProofReport, to sink: (String) throws(Failure) -> Void
    ) throws(Failure) {
        let page = HTMLPage(report)
        try sink(page.start)
        var withPictures = 0
        for (index, item) in report.items.singled.enumerated() {
            let hasPictures = item.pictures.contains { $0.old != nil || $0.new != nil } && withPictures < pictureLimit
            if hasPictures { withPictures += 1 }
            try HTMLItem(item, number: index + 1, noun: report.noun, hasPictures: hasPictures).write(to: sink)
        }
        try sink(page.end)
    }
}
