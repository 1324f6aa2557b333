import QPDF
import Testing

@testable import PageComparison

@Suite("Which page is which")
struct PagePairingTests {
    private static func digests(_ pages: String) -> [PageContent.Digest?] {
        // A dot is a page that nothing vouches for.
        pages.unicodeScalars.map { $0 == "." ? nil : .init(low: UInt64($0.value), high: 0) }
    }

    /// `old>new` for each pair from the first page's 0, moved ones with `!`; then the gaps as `old|new`.
    private static func told(_ old: String, _ new: String) -> String {
        let pairing = PagePairing(old: digests(old), new: digests(new))
        let pairs = pairing.equal.map { "\($0.old)>\($0.new)\($0.isMoved ? "!" : "")" }
        let gaps = pairing.gaps.map { gap in
            gap.old.map(String.init).joined(separator: ",") + "|" + gap.new.map(String.init).joined(separator: ",")
        }
        return (pairs + gaps).joined(separator: " ")
    }

    @Test(
        "Pages of equal content",
        arguments: [
            ("abc", "abc", "0>0 1>1 2>2"),
            // Inserted in front: no later page differs.
            ("abc", "xabc", "0>1 1>2 2>3 |0"),
            ("abc", "abxc", "0>0 1>1 2>3 |2"),
            ("abcd", "acd", "0>0 2>1 3>2 1|"),
            // Changed.
            ("abc", "axc", "0>0 2>2 1|1"),
            ("abcd", "axyd", "0>0 3>3 1,2|1,2"),
            // Moved: as few as can be.
            ("abcde", "eabcd", "0>1 1>2 2>3 3>4 4>0!"),
            ("abcd", "bcda", "1>0 2>1 3>2 0>3!"),
            ("ab", "ba", "1>0 0>1!"),
            // Several alike.
            ("aaa", "aa", "0>0 1>1 2|"),
            ("aba", "aab", "0>0 2>1 1>2!"),
            ("a..b", "a..b", "0>0 3>3 1,2|1,2"),
            ("", "ab", "|0,1"),
            ("ab", "", "0,1|"),
            ("", "", ""),
        ])
    func byContent(old: String, new: String, expected: String) {
        #expect(Self.told(old, new) == expected)
    }

    @Test("Thousands of empty pages are paired at once")
    func crowded() {
        let old = Self.digests("x" + String(repeating: "a", count: 5000) + "y")
        let new = Self.digests("z" + String(repeating: "a", count: 5001) + "w")
        let pairing = PagePairing(old: old, new: new)
        #expect(pairing.equal.count == 5000)
        #expect(pairing.equal.allSatisfy { !$0.isMoved })
    }

    /// Pages as letters: the same letter looks the same, the other case much alike, others hardly.
    private static func paired(_ old: String, _ new: String) -> String {
        let (before, after) = (Array(old), Array(new))
        let result = PagePairing.byLikeness([.init(old: Array(before.indices), new: Array(after.indices))]) {
            let (one, other) = (before[$0], after[$1])
            return one == other ? 1 : one.lowercased() == other.lowercased() ? 0.85 : 0.1
        }
        let pairs = result.pairs.sorted { $0.new < $1.new }.map { "\($0.old)>\($0.new)\($0.isMoved ? "!" : "")" }
        return (pairs + result.missing.map { "\($0)>" } + result.new.map { ">\($0)" }).joined(separator: " ")
    }

    @Test(
        "Pages that look alike",
        arguments: [
            ("abc", "ABC", "0>0 1>1 2>2"),
            ("abc", "AXBC", "0>0 1>2 2>3 >1"),
            ("abcd", "ABD", "0>0 1>1 3>2 2>"),
            // Nothing is alike, and there are as many: changed beyond recognition.
            ("ab", "xy", "0>0 1>1"),
            ("abc", "AxC", "0>0 1>1 2>2"),
            // Nothing is alike, and there are not as many.
            ("a", "xy", "0> >0 >1"),
            ("ab", "BA", "1>0! 0>1"),
            ("abcd", "DABC", "3>0! 0>1 1>2 2>3"),
        ])
    func byLikeness(old: String, new: String, expected: String) {
        #expect(Self.paired(old, new) == expected)
    }

    @Test("A page that moved from one gap to another is found there")
    func acrossGaps() {
        let gaps = [PagePairing.Gap(old: [1], new: []), PagePairing.Gap(old: [], new: [7])]
        let moved = PagePairing.byLikeness(gaps) { _, _ in 0.9 }
        #expect(moved.pairs == [.init(old: 1, new: 7, isMoved: true)])
        let other = PagePairing.byLikeness(gaps) { _, _ in 0.5 }
        #expect(other == .init(pairs: [], missing: [1], new: [7]))
    }

    @Test("A thumbnail knows a page again after a change of a ninth, and no other page")
    func thumbnails() {
        func page(_ seed: Int, changed: Int? = nil) -> PageThumbnail {
            PageThumbnail(
                PixelComparisonTests.grey(240, 320) { x, y in
                    // Nine cards with a pattern each.
                    let card = y / 107 * 3 + x / 80
                    let number = (card == changed ? 99 : seed) * 31 + card * 7
                    return (x / 8 * (number % 11 + 3) + y / 8 * (number % 7 + 2)) % 13 < 5 ? 0.2 : 1
                })
        }
        #expect(page(1).likeness(to: page(1)) == 1)
        #expect(page(1).likeness(to: page(1, changed: 4)) > 0.8)
        #expect(page(1).likeness(to: page(2)) < 0.5)
        #expect(page(1).likeness(to: page(2)) == page(2).likeness(to: page(1)))
    }

    @Test("Two empty pages are alike, an empty and a full one are not")
    func empty() {
        let white = PageThumbnail(PixelComparisonTests.flat(0xFFFF_FFFF))
        let full = PageThumbnail(PixelComparisonTests.grey(40, 30) { x, y in (x / 5 + y / 5) % 2 == 0 ? 0 : 1 })
        #expect(white.likeness(to: white) == 1)
        #expect(white.likeness(to: full) <= 0.5)
        #expect(PageThumbnail(RasterPixels(width: 0, height: 0, pixels: [])).likeness(to: white) == 0)
    }
}
