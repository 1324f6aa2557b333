internal import Diagnostics
internal import Geometry
internal import QPDF

/// Where parts of pages are laid on each other, and what is around them.
struct PartTable: Sendable {
    /// New pages that are in memory together, with the pairs that lie on them. Numbers count from 0.
    private struct Batch: Sendable {
        var newPages: [Int] = []
        var oldPages: [Int] = []
        var pairs: [Int] = []
    }

    private struct Found: Sendable {
        var parts: [Int: PartDifference] = [:]
        var pages: [PageDifference] = []
    }

    let settings: PDFComparison
    let old: PDFFile
    let new: PDFFile
    let pairs: [PartPair]
    /// What does not count between the parts.
    let passedOver: [Rect]

    private static let pagesPerBatch = 6

    /// What differs: of each pair, and of pages of the same number around the parts.
    func look(_ progress: (Int, Int) -> Void) async throws -> (parts: [PartDifference], pages: [PageDifference]) {
        var result = Array(repeating: PartDifference(), count: pairs.count)
        var pages: [PageDifference] = []
        let batches = batches
        try checkSizes(batches)
        let total = batches.reduce(0) { $0 + max($1.newPages.count, $1.oldPages.count) }
        var (done, picturedPages) = (0, 0)
        var pictured: [Int: Int] = [:]
        let firsts = firstCopies
        try await withThrowingTaskGroup(of: (Int, Found).self) { group in
            var waiting: [Int: Found] = [:]
            var (started, next) = (0, 0)
            func start() {
                guard started < batches.count else { return }
                let number = started
                started += 1
                group.addTask { (number, try await draw(batches[number])) }
            }
            for _ in 0..<max(1, settings.workers) { start() }
            while let (number, found) = try await group.next() {
                start()
                waiting[number] = found
                // In order: which pictures are kept may not depend on which task was first.
                while let found = waiting.removeValue(forKey: next) {
                    for (pair, part) in found.parts.sorted(by: { $0.key < $1.key }) {
                        result[pair] = part
                        guard !pairs[pair].isShown, part.pictures != nil else { continue }
                        for extra in surplus(&pictured, firsts[pair], pair) { result[extra].pictures = nil }
                    }
                    pages += limited(found.pages, &picturedPages)
                    done += max(batches[next].newPages.count, batches[next].oldPages.count)
                    next += 1
                }
                progress(done, total)
            }
        }
        return (result, pages)
    }

    /// For each pair the first one that shows the same.
    private var firstCopies: [Int] {
        var firsts: [Int] = []
        for (index, pair) in pairs.enumerated() { firsts.append(pair.isCopy ? firsts.last ?? index : index) }
        return firsts
    }

    /// Takes up a pair with pictures, and tells which pairs can do without theirs: copies, and what is too far down the list, whose first
    /// ones are all that anybody looks at. Each thing has two sides.
    private func surplus(_ pictured: inout [Int: Int], _ first: Int, _ pair: Int) -> [Int] {
        var extra: [Int] = []
        if let other = pictured[first] { extra.append(max(other, pair)) }
        pictured[first] = min(pictured[first] ?? pair, pair)
        if pictured.count > 2 * settings.pictureLimit, let last = pictured.keys.max() {
            extra += [pictured.removeValue(forKey: last)].compactMap { $0 }
        }
        return extra
    }

    /// Pages with pictures of no more than are wanted.
    private func limited(_ pages: [PageDifference], _ pictured: inout Int) -> [PageDifference] {
        pages.map { page in
            var page = page
            if page.pictures != nil {
                pictured += 1
                if pictured > settings.pictureLimit { page.pictures = nil }
            }
            return page
        }
    }

    // MARK: What to draw

    /// Whether both files have a page of that number, and it does not paint the same.
    private func isDifferent(_ page: Int) -> Bool {
        guard old.pages.indices.contains(page), new.pages.indices.contains(page) else { return false }
        return old.pages[page].digest == nil || old.pages[page].digest != new.pages[page].digest
    }

    private var batches: [Batch] {
        let different = Set(new.pages.indices.filter(isDifferent))
        var byPage: [Int: [Int]] = [:]
        var onlyOld: [Int: [Int]] = [:]
        for (index, pair) in pairs.enumerated() {
            if let part = pair.new, new.pages.indices.contains(part.page - 1) {
                if let before = pair.old {
                    guard old.pages.indices.contains(before.page - 1) else { continue }
                    let isEqual = before.isClose(to: part) && !different.contains(part.page - 1)
                    if isEqual, !pair.isShown { continue }
                }
                byPage[part.page - 1, default: []].append(index)
            } else if pair.new == nil, let part = pair.old, old.pages.indices.contains(part.page - 1) {
                onlyOld[part.page - 1, default: []].append(index)
            }
        }
        let newPages = different.union(byPage.keys).sorted()
        var batches = stride(from: 0, to: newPages.count, by: Self.pagesPerBatch).map { start in
            let numbers = Array(newPages[start..<min(start + Self.pagesPerBatch, newPages.count)])
            let pairs = numbers.flatMap { byPage[$0] ?? [] }
            let before =
                pairs.compactMap { self.pairs[$0].old.map { $0.page - 1 } } + numbers.filter(different.contains)
            return Batch(newPages: numbers, oldPages: Set(before).sorted(), pairs: pairs)
        }
        for page in onlyOld.keys.sorted() { batches.append(Batch(oldPages: [page], pairs: onlyOld[page] ?? [])) }
        return batches
    }

    private func checkSizes(_ batches: [Batch]) throws(DiagnosticError) {
        let olds = Set(batches.flatMap(\.oldPages)).sorted().compactMap { old.tooLarge($0, dpi: settings.dpi) }
        let news = Set(batches.flatMap(\.newPages)).sorted().compactMap { new.tooLarge($0, dpi: settings.dpi) }
        if !olds.isEmpty || !news.isEmpty { throw DiagnosticError(olds + news) }
    }

    // MARK: Drawing

    private func draw(_ batch: Batch) async throws -> Found {
        var after: [Int: RasterPixels] = [:]
        for run in Self.runs(batch.newPages) {
            let drawn = try await PageRendering(dpi: settings.dpi).withPages(run, of: new.path) { pages in
                var drawn: [RasterPixels] = []
                for _ in run { drawn.append(try await pages.next()) }
                return drawn
            }
            for (page, pixels) in zip(run, drawn) { after[page] = pixels }
        }
        var found = Found()
        for index in batch.pairs where pairs[index].old == nil {
            if let part = pairs[index].new, let page = after[part.page - 1] {
                found.parts[index] = PartDifference(pictures: .init(new: page.upright(part, dpi: settings.dpi).png))
            }
        }
        let news = after
        for run in Self.runs(batch.oldPages) {
            let seen = try await PageRendering(dpi: settings.dpi).withPages(run, of: old.path) { pages in
                var seen = Found()
                for number in run {
                    compare(try await pages.next(), number, news, batch, &seen)
                }
                return seen
            }
            found.parts.merge(seen.parts) { first, _ in first }
            found.pages += seen.pages
        }
        return found
    }

    /// Pages that follow each other, which one process draws.
    private static func runs(_ pages: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for page in pages {
            if let last = runs.last, last.upperBound + 1 == page {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
        return runs
    }

    /// An old page, with all that lies on it.
    private func compare(
        _ before: RasterPixels, _ number: Int, _ after: [Int: RasterPixels], _ batch: Batch, _ seen: inout Found
    ) {
        for index in batch.pairs {
            guard let part = pairs[index].old, part.page - 1 == number else { continue }
            guard let other = pairs[index].new else {
                seen.parts[index] = PartDifference(pictures: .init(old: before.upright(part, dpi: settings.dpi).png))
                continue
            }
            guard let page = after[other.page - 1] else { continue }
            seen.parts[index] = compare(before, part, page, other, isShown: pairs[index].isShown)
        }
        if let page = after[number], isDifferent(number), let difference = around(before, page, number) {
            seen.pages.append(difference)
        }
    }

    private func compare(
        _ before: RasterPixels, _ old: PagePart, _ after: RasterPixels, _ new: PagePart, isShown: Bool
    ) -> PartDifference {
        let (one, other) = (before.upright(old, dpi: settings.dpi), after.upright(new, dpi: settings.dpi))
        let difference = PixelComparison.compare(
            one, other, ignoring: ignored(in: new, page: after), noticeable: settings.noticeable)
        var result = PartDifference(share: difference.share)
        // On other fractions of a pixel every edge looks otherwise; so do letters that were put on other whole pixels.
        if !difference.isSame,
            !old.isClose(to: new) || SnappedText.mayExplain(difference, one, other, noticeable: settings.noticeable)
        {
            let share = MeanColors.difference(
                MeanColors(before, old, dpi: settings.dpi), MeanColors(after, new, dpi: settings.dpi), dpi: settings.dpi
            )
            result.share = share == 0 ? 0 : max(share, 0.0001)
        }
        if settings.hasPictures, isShown || result.share > 0 {
            result.pictures = .init(old: one.png, new: other.png, difference: difference.picture.png)
        }
        return result
    }

    /// What the user has left out of a part, in its own upright pixels.
    private func ignored(in part: PagePart, page: RasterPixels) -> [PixelArea] {
        let whole = PixelArea(within: part.box, of: page, dpi: settings.dpi)
        return settings.ignoring.filter { $0.page == nil || $0.page == part.page }.map {
            $0.pixels(dpi: settings.dpi).turned(upright: part.turns, in: whole)
        }
    }

    /// What differs on a page around its parts.
    private func around(_ before: RasterPixels, _ after: RasterPixels, _ number: Int) -> PageDifference? {
        var result = PageDifference(old: number + 1, new: number + 1)
        let (one, other) = (old.size(number), new.size(number))
        if max(abs((one.width - other.width).millimetres), abs((one.height - other.height).millimetres)) > 0.1 {
            result.sizes = (one, other)
            return result
        }
        let common = PixelArea(
            x: 0, y: 0, width: min(before.width, after.width), height: min(before.height, after.height))
        let regions =
            settings.ignoring.filter { $0.page == nil || $0.page == number + 1 }
            + passedOver.map { IgnoredRegion(page: nil, area: $0) }
        let difference = PixelComparison.compare(
            before.part(common), after.part(common), ignoring: regions.map { $0.pixels(dpi: settings.dpi) },
            noticeable: settings.noticeable)
        guard !difference.isSame else { return nil }
        func length(_ pixels: Int) -> Length { .inches(Double(pixels) / settings.dpi) }
        result.share = difference.share
        result.areas = difference.areas(joining: max(4, Int(settings.dpi / 6))).map {
            Rect(x: length($0.x), y: length($0.y), width: length($0.width), height: length($0.height))
        }
        if settings.hasPictures {
            result.pictures = .init(old: before.png, new: after.png, difference: difference.picture.png)
        }
        return result
    }
}

extension PixelArea {
    /// The whole pixels in a box of a page.
    init(within box: Rect, of page: RasterPixels, dpi: Double) {
        func place(_ length: Length) -> Double { (length.points / 72 * dpi * 256).rounded() / 256 }
        let left = max(0, min(page.width - 1, Int(place(box.minX).rounded(.up))))
        let top = max(0, min(page.height - 1, Int(place(box.minY).rounded(.up))))
        self.init(
            x: left, y: top, width: max(1, min(page.width, Int(place(box.maxX))) - left),
            height: max(1, min(page.height, Int(place(box.maxY))) - top))
    }

    /// The area in the pixels of a part that is turned upright.
    func turned(upright turns: Int, in part: PixelArea) -> PixelArea {
        let (x, y) = (x - part.x, y - part.y)
        return switch turns {
        case 1: PixelArea(x: y, y: part.width - x - width, width: height, height: width)
        case 2: PixelArea(x: part.width - x - width, y: part.height - y - height, width: width, height: height)
        case 3: PixelArea(x: part.height - y - height, y: x, width: height, height: width)
        default: PixelArea(x: x, y: y, width: width, height: height)
        }
    }
}

extension RasterPixels {
    /// A part of the page, turned back upright.
    func upright(_ part: PagePart, dpi: Double) -> RasterPixels {
        self.part(PixelArea(within: part.box, of: self, dpi: dpi)).turnedBack(part.turns)
    }

    private func turnedBack(_ turns: Int) -> RasterPixels {
        guard (1...3).contains(turns) else { return self }
        let (columns, rows) = turns == 2 ? (width, height) : (height, width)
        var result: [UInt32] = []
        result.reserveCapacity(pixels.count)
        for y in 0..<rows {
            for x in 0..<columns {
                let (column, row) =
                    switch turns {
                    case 1: (width - 1 - y, x)
                    case 2: (width - 1 - x, height - 1 - y)
                    default: (y, height - 1 - x)
                    }
                result.append(pixels[row * width + column])
            }
        }
        return RasterPixels(width: columns, height: rows, pixels: result)
    }
}
