internal import Diagnostics
internal import FileAccess
internal import Geometry
internal import QPDF

/// Where pages of two files are laid on each other.
struct LightTable {
    /// A page of one file, or of each, to be drawn. Numbers count from 0.
    private struct Sheet: Hashable, Sendable {
        var old: Int?
        var new: Int?

        /// Whether it is drawn in one go with the one before.
        func follows(_ other: Sheet) -> Bool {
            old == other.old.map { $0 + 1 } && new == other.new.map { $0 + 1 }
        }

        /// In the order of the new file; pages that are gone last.
        static func isBefore(_ one: Sheet, _ other: Sheet) -> Bool {
            (one.new ?? .max, one.old ?? 0) < (other.new ?? .max, other.old ?? 0)
        }
    }

    /// What was seen of a sheet.
    private struct View: Sendable {
        var sheet: Sheet
        var difference: PageDifference
        var old: PageThumbnail?
        var new: PageThumbnail?
        /// Whether all that differs may be text that was set on other whole pixels.
        var isDoubtful = false
    }

    /// What one look at sheets is for.
    private enum Purpose: Sendable {
        /// Which page is which.
        case recognition
        case comparison
        /// Whether what differs is no more than the nearest pixel.
        case doubt
    }

    private let settings: PDFComparison
    private let files: (old: PDFFile, new: PDFFile)
    private var views: [Sheet: View] = [:]
    /// Of which pictures are kept, in order.
    private var pictured: [Sheet] = []
    private var thumbnails: (old: [Int: PageThumbnail], new: [Int: PageThumbnail]) = ([:], [:])

    /// Enough to recognise a page by.
    private static let recognitionDPI = 20.0
    /// Pixels there for one of the comparison: far from a whole number, so that nothing falls on the same side of a pixel.
    private static let doubtScale = 2.7

    private func dpi(_ purpose: Purpose) -> Double {
        switch purpose {
        case .recognition: Self.recognitionDPI
        case .comparison: settings.dpi
        case .doubt: settings.dpi * Self.doubtScale
        }
    }

    init(_ settings: PDFComparison, old: PDFFile, new: PDFFile) {
        self.settings = settings
        files = (old, new)
    }

    /// Pairs the pages of gaps and compares each pair. The result has every page, also those that look the same.
    ///
    /// Where a gap has as many old pages as new ones, they are paired in order at first, compared at once, and paired
    /// anew only if the drawn pages show that they belong otherwise: that costs nothing where pages were only changed.
    mutating func look(at gaps: [PagePairing.Gap], _ progress: (Int, Int) -> Void) async throws -> [PageDifference] {
        guard !gaps.isEmpty else { return [] }
        let even = gaps.filter { $0.old.count == $0.new.count }
        let uneven = gaps.filter { $0.old.count != $0.new.count }
        if uneven.contains(where: { !$0.old.isEmpty }), uneven.contains(where: { !$0.new.isEmpty }) {
            let pages =
                uneven.flatMap(\.old).map { Sheet(old: $0) } + uneven.flatMap(\.new).map { Sheet(old: nil, new: $0) }
            try await see(pages, for: .recognition) { _, _ in }
        }
        var sheets = even.flatMap { zip($0.old, $0.new).map { Sheet(old: $0, new: $1) } }
        sheets += pairs(uneven).pairs.map { Sheet(old: $0.old, new: $0.new) }
        try await see(sheets.sorted { ($0.new ?? 0) < ($1.new ?? 0) }, for: .comparison, progress)

        let result = pairs(gaps)
        let single =
            result.missing.map { Sheet(old: $0) } + result.new.map { Sheet(old: nil, new: $0) }
        let rest =
            result.pairs.map { Sheet(old: $0.old, new: $0.new) }.sorted { ($0.new ?? 0) < ($1.new ?? 0) }
            + (settings.hasPictures ? single : [])
        try await see(rest.filter { views[$0] == nil }, for: .comparison, progress)
        let doubtful = rest.filter { views[$0]?.isDoubtful ?? false && fits($0, dpi: dpi(.doubt)) }
        try await see(doubtful, for: .doubt, progress)
        try await keepPictures(of: rest)
        return result.pairs.map { pair in
            var difference = views[Sheet(old: pair.old, new: pair.new)]?.difference
            difference?.isMoved = pair.isMoved
            return difference ?? PageDifference(old: pair.old + 1, new: pair.new + 1, isMoved: pair.isMoved)
        }
            + single.map {
                views[$0]?.difference ?? PageDifference(old: $0.old.map { $0 + 1 }, new: $0.new.map { $0 + 1 })
            }
    }

    /// Leaves pictures to the first of the sheets that differ, and draws those again whose pictures were given up for
    /// pages of which it was not known yet that they are the same.
    private mutating func keepPictures(of sheets: [Sheet]) async throws {
        guard settings.hasPictures else { return }
        let meant = sheets.filter { views[$0]?.difference.isDifferent ?? false }.sorted(by: Sheet.isBefore)
            .prefix(settings.pictureLimit)
        for sheet in Set(pictured).subtracting(meant) { views[sheet]?.difference.pictures = nil }
        pictured = meant.filter { views[$0]?.difference.pictures != nil }
        try await see(meant.filter { views[$0]?.difference.pictures == nil }, for: .comparison) { _, _ in }
    }

    /// Keeps what was seen, and no more pictures than are wanted.
    private mutating func keep(_ view: View) {
        views[view.sheet] = view
        pictured.removeAll { $0 == view.sheet }
        guard view.difference.pictures != nil else { return }
        let place = pictured.firstIndex { Sheet.isBefore(view.sheet, $0) } ?? pictured.endIndex
        pictured.insert(view.sheet, at: place)
        if pictured.count > settings.pictureLimit, let last = pictured.popLast() {
            views[last]?.difference.pictures = nil
        }
    }

    private func pairs(_ gaps: [PagePairing.Gap]) -> PagePairing.Likeness {
        PagePairing.byLikeness(gaps) { old, new in
            guard let one = thumbnails.old[old], let other = thumbnails.new[new] else { return 0 }
            return one.likeness(to: other)
        }
    }

    /// Draws sheets, several at a time, and keeps what was seen.
    private mutating func see(_ sheets: [Sheet], for purpose: Purpose, _ progress: (Int, Int) -> Void) async throws {
        guard !sheets.isEmpty else { return }
        let dpi = dpi(purpose)
        try checkSizes(sheets, dpi: dpi)
        let runs = Self.runs(sheets, length: max(4, min(32, sheets.count / (settings.workers * 4))))
        let (settings, old, new) = (self.settings, files.old, files.new)
        var done = 0
        try await withThrowingTaskGroup(of: [View].self) { group in
            var next = 0
            func start() {
                guard next < runs.count else { return }
                let run = runs[next]
                next += 1
                group.addTask { try await Self.draw(run, for: purpose, dpi: dpi, settings, old: old, new: new) }
            }
            for _ in 0..<max(1, settings.workers) { start() }
            while let seen = try await group.next() {
                start()
                for view in seen {
                    if purpose == .comparison || purpose == .doubt && !view.isDoubtful && !view.difference.isDifferent {
                        keep(view)
                    }
                    if let page = view.sheet.old, thumbnails.old[page] == nil { thumbnails.old[page] = view.old }
                    if let page = view.sheet.new, thumbnails.new[page] == nil { thumbnails.new[page] = view.new }
                }
                done += seen.count
                progress(done, sheets.count)
            }
        }
    }

    /// Sheets that follow each other in both files, so that one process a file draws them.
    private static func runs(_ sheets: [Sheet], length: Int) -> [[Sheet]] {
        var runs: [[Sheet]] = []
        for sheet in sheets {
            if let last = runs.last?.last, sheet.follows(last), runs[runs.count - 1].count < length {
                runs[runs.count - 1].append(sheet)
            } else {
                runs.append([sheet])
            }
        }
        return runs
    }

    private func checkSizes(_ sheets: [Sheet], dpi: Double) throws(DiagnosticError) {
        var found: [Diagnostic] = []
        let pages =
            sheets.compactMap { $0.old.map { (files.old, $0) } } + sheets.compactMap { $0.new.map { (files.new, $0) } }
        for (file, page) in pages {
            if let problem = file.tooLarge(page, dpi: dpi) { found.append(problem) }
        }
        if !found.isEmpty { throw DiagnosticError(found) }
    }

    private func fits(_ sheet: Sheet, dpi: Double) -> Bool {
        (sheet.old.map { files.old.tooLarge($0, dpi: dpi) == nil } ?? true)
            && (sheet.new.map { files.new.tooLarge($0, dpi: dpi) == nil } ?? true)
    }

    private static func draw(
        _ run: [Sheet], for purpose: Purpose, dpi: Double, _ settings: PDFComparison, old: PDFFile, new: PDFFile
    ) async throws -> [View] {
        let rendering = PageRendering(dpi: dpi)
        let (oldPages, newPages) = (range(run.map(\.old)), range(run.map(\.new)))
        switch (oldPages, newPages) {
        case (let oldPages?, let newPages?):
            // The two draw their next pages while these are compared.
            return try await rendering.withPages(oldPages, of: old.path) { before in
                try await rendering.withPages(newPages, of: new.path) { after in
                    var views: [View] = []
                    for sheet in run {
                        let (one, other) = (try await before.next(), try await after.next())
                        views.append(compare(sheet, one, other, for: purpose, dpi: dpi, settings, old: old, new: new))
                    }
                    return views
                }
            }
        case (let pages?, nil), (nil, let pages?):
            return try await rendering.withPages(pages, of: oldPages == nil ? new.path : old.path) { drawn in
                var views: [View] = []
                for sheet in run { views.append(single(sheet, try await drawn.next(), for: purpose, settings)) }
                return views
            }
        case (nil, nil): return []
        }
    }

    private static func range(_ pages: [Int?]) -> ClosedRange<Int>? {
        guard let first = pages.first ?? nil, let last = pages.last ?? nil else { return nil }
        return first...last
    }

    private static func single(_ sheet: Sheet, _ drawn: RasterPixels, for purpose: Purpose, _ settings: PDFComparison)
        -> View
    {
        let thumbnail = PageThumbnail(drawn)
        var difference = PageDifference(old: sheet.old.map { $0 + 1 }, new: sheet.new.map { $0 + 1 })
        if settings.hasPictures, purpose == .comparison {
            difference.pictures =
                sheet.new == nil ? .init(old: drawn.png) : .init(new: drawn.png)
        }
        return View(
            sheet: sheet, difference: difference, old: sheet.old == nil ? nil : thumbnail,
            new: sheet.new == nil ? nil : thumbnail)
    }

    private static func compare(
        _ sheet: Sheet, _ old: RasterPixels, _ new: RasterPixels, for purpose: Purpose, dpi: Double,
        _ settings: PDFComparison, old oldFile: PDFFile, new newFile: PDFFile
    ) -> View {
        var result = PageDifference(old: sheet.old.map { $0 + 1 }, new: sheet.new.map { $0 + 1 })
        if let oldPage = sheet.old, let newPage = sheet.new {
            let (before, after) = (oldFile.size(oldPage), newFile.size(newPage))
            let slack = Length.mm(0.1)
            if max(before.width, after.width) - min(before.width, after.width) > slack
                || max(before.height, after.height) - min(before.height, after.height) > slack
            {
                result.sizes = (before, after)
            }
        }
        let regions = settings.ignoring.filter { $0.page == nil || $0.page == result.new }
            .map { $0.pixels(dpi: dpi) }
        // Pages of one size can be rounded to another number of pixels.
        let common = (width: min(old.width, new.width), height: min(old.height, new.height))
        let isCut = result.sizes == nil
        let whole = PixelArea(x: 0, y: 0, width: common.width, height: common.height)
        let isEven = old.width == new.width && old.height == new.height
        let (one, other) = isCut && !isEven ? (old.part(whole), new.part(whole)) : (old, new)
        let difference = PixelComparison.compare(one, other, ignoring: regions, noticeable: settings.noticeable)
        if purpose == .doubt {
            // What is still there may again be off by a pixel, of which there are more now.
            if !difference.isSame, !SnappedText.mayExplain(difference, one, other, noticeable: settings.noticeable) {
                result.share = difference.share
            }
            return View(sheet: sheet, difference: result)
        }
        if !difference.isSame || result.sizes != nil {
            result.share = difference.share
            func length(_ pixels: Int) -> Length { .inches(Double(pixels) / settings.dpi) }
            result.areas = difference.areas(joining: max(4, Int(settings.dpi / 6))).map {
                Rect(x: length($0.x), y: length($0.y), width: length($0.width), height: length($0.height))
            }
            if settings.hasPictures {
                result.pictures = .init(old: old.png, new: new.png, difference: difference.picture.png)
            }
        }
        return View(
            sheet: sheet, difference: result, old: PageThumbnail(old), new: PageThumbnail(new),
            isDoubtful: result.sizes == nil
                && SnappedText.mayExplain(difference, one, other, noticeable: settings.noticeable))
    }
}
