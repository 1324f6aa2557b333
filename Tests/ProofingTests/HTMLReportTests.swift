import Diagnostics
import Foundation
import Testing

@testable import Proofing

@Suite("The page of a comparison")
struct HTMLReportTests {
    /// The beginning of a PNG file of that size.
    private func png(_ width: UInt8, _ height: UInt8, _ last: UInt8 = 0) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
            + [0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0, last]
    }

    private func pictured(_ name: String = "cup") -> ProofItem {
        ProofItem(
            name: name, state: .changed, findings: Kitchen.cup.findings,
            pictures: [
                .init(side: "back", old: png(60, 80, 1), new: png(45, 80, 2), difference: png(60, 80, 3), share: 0.031)
            ])
    }

    private func page(_ report: ProofReport) -> String {
        var text = ""
        HTMLReport.write(report) { text += $0 }
        return text
    }

    /// What a person sees of the page: everything but style, script and tags.
    private func visible(_ html: String) -> String {
        html.replacing(/<style>(.|\n)*?<\/style>|<script>(.|\n)*?<\/script>/, with: "").replacing(/<[^>]*>/, with: "")
    }

    @Test("the page needs nothing but itself")
    func selfContained() throws {
        let html = page(Kitchen.report([pictured(), Kitchen.cup]))
        #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("//cdn"))
        #expect(!html.contains("@import") && !html.contains("url(") && !html.contains("<link"))
        let sources = html.matches(of: /\b(src|href|srcset|action|poster)="([^"]*)"/).map { String($0.2) }
        #expect(sources.count == 4)
        #expect(sources.allSatisfy { $0.hasPrefix("data:image/png;base64,") || $0.hasPrefix("#") })
        #expect(html.contains("default-src 'none'; img-src data:;"))
    }

    @Test("style and script stand whole in it")
    func whole() {
        let html = page(Kitchen.report)
        #expect(html.matches(of: /<style>/).count == 1 && html.matches(of: /<\/style>/).count == 1)
        #expect(html.matches(of: /<script>/).count == 1 && html.matches(of: /<\/script>/).count == 1)
        #expect(html.contains("prefers-reduced-motion") && html.contains("prefers-color-scheme: dark"))
    }

    @Test("what differs is told in the report's words, and counted")
    func words() {
        let text = visible(page(Kitchen.report))
        for words in [
            "text 珈琲 → コーヒー", "size 18 → 16.5 pt", "moved 0.4 mm right", "picture changed", "was pitcher",
            "deck.json, line 12", "1 changed", "1 new", "1 gone", "1 renamed", "9 the same",
            "cards stand in another order", "capprint snapshot accept --card coffee-cup deck.json",
            "There was no such card before.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("old and new words keep their language and their direction")
    func languages() {
        let item = ProofItem(
            name: "cup", state: .changed,
            findings: [
                .init(
                    side: "back", field: "words.ar.text", language: "ar",
                    details: [
                        ("text", "text \u{2068}فنجان\u{2069} → \u{2068}كوب\u{2069}"), ("text", "text a → b → c"),
                        ("color", "colour #2b2b2b → #803020"),
                    ])
            ])
        let html = page(Kitchen.report([item]))
        #expect(
            html.contains(
                #"<del lang="ar" dir="auto">فنجان</del> <span class="to">→</span> <ins lang="ar" dir="auto">كوب</ins>"#)
        )
        #expect(html.contains(#"<span class="swatch" style="background:#803020"></span>#803020"#))
        // With an arrow of its own it cannot be told which is which.
        #expect(html.contains(#"dir="auto">text a → b → c</dd>"#))
    }

    @Test("whatever a card or a field is called is text")
    func escaping() {
        let evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\u{0}"
        let item = ProofItem(
            name: evil, state: .renamed, oldName: evil, place: Place(file: evil, line: 1),
            findings: [
                .init(
                    side: evil, field: "words.\(evil).\(evil)", language: evil,
                    details: [("text", "text \(evil) → \(evil)")]),
                .init(side: evil, field: evil, language: nil, details: [(evil, evil)]),
            ], pictures: [.init(side: evil, old: png(1, 1), new: png(1, 1), difference: nil, share: .nan)],
            acceptCommand: evil)
        var report = Kitchen.report([item, pictured()], title: evil, notes: [evil], accept: evil)
        report.oldName = evil
        report.newName = evil
        let html = page(report)
        #expect(html.matches(of: /<script/).count == 1)
        #expect(html.matches(of: /<img/).count == 5)
        #expect(!html.contains("\"'>") && !html.contains("\u{0}"))
        #expect(visible(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test("each picture stands once in the page, with its size and a name")
    func pictures() {
        let html = page(Kitchen.report([pictured()]))
        for (kind, last) in [("old", 1), ("new", 2), ("difference", 3)] as [(String, UInt8)] {
            let bytes = Data(png(kind == "new" ? 45 : 60, 80, last)).base64EncodedString()
            #expect(html.components(separatedBy: bytes).count == 2, "\(kind)")
        }
        #expect(html.contains(#"width="60" height="80" decoding="async" alt="cup, back: old""#))
        #expect(html.contains(#"width="45" height="80" style="--part:0.75""#))
        #expect(html.contains(#"aria-label="Divider between old and new: cup, back""#))
        #expect(visible(html).contains("What differs, 3.1 %"))
    }

    @Test("tools appear where there is something to do with them")
    func tools() {
        let words = page(Kitchen.report)
        #expect(!words.contains("Side by side</button>"))
        #expect(words.contains("data-set-side=\"back\""))
        var item = pictured()
        item.findings.removeLast()
        let pictures = page(Kitchen.report([item]))
        #expect(pictures.contains("Side by side</button>"))
        #expect(!pictures.contains("data-set-side=\"back\""))
        let same = page(Kitchen.report([], same: 12, accept: "capprint snapshot accept"))
        #expect(visible(same).contains("Nothing to look at: 12 cards are the same."))
        #expect(!same.contains("<div class=\"tools\"") && !same.contains("class=\"accept\""))
    }

    @Test("beyond the limit there are words, and it is said")
    func limit() {
        let items = (0..<HTMLReport.pictureLimit + 5).map { pictured("card-\($0)") }
        let html = page(Kitchen.report(items))
        #expect(html.matches(of: /<img/).count == HTMLReport.pictureLimit * 3)
        #expect(html.matches(of: /<article/).count == HTMLReport.pictureLimit + 5)
        #expect(visible(html).contains("Pictures are shown for the first 100 cards; the rest is told in words."))
    }

    @Test("the page is written in pieces, none of them larger than a part of a picture")
    func pieces() {
        var report = Kitchen.report([pictured()])
        report.items[0].pictures[0].new = png(60, 80) + [UInt8](repeating: 7, count: 1_000_000)
        var largest = 0
        var all = ""
        HTMLReport.write(report) { piece in
            largest = max(largest, piece.utf8.count)
            all += piece
        }
        #expect(largest < 100_000)
        #expect(all.contains(Data(report.items[0].pictures[0].new ?? []).base64EncodedString()))
    }

    @Test("sides stand in their order, whatever the findings' order is")
    func sides() {
        #expect(HTMLItem.sorted(sides: ["back", "left", "front", "back", ""]) == ["", "front", "back", "left"])
    }

    @Test(
        "bytes as letters",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(text: String, letters: String) {
        #expect(Base64.encode(Array(text.utf8)[...]) == letters)
    }

    @Test(
        "shares of a picture",
        arguments: [
            (0.031, "3.1 %"), (0.0001, "less than 0.1 %"), (0.05, "5 %"), (1, "100 %"), (7, "100 %"), (0, nil),
            (.nan, nil),
        ] as [(Double, String?)])
    func percent(share: Double, text: String?) {
        #expect(HTMLStage.percent(share) == text)
    }
}
