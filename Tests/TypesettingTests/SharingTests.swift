import Fonts
import Geometry
import Testing
import Typesetting

@Suite("Workers share one typesetter")
struct SharingTests {
    @Test("Many at once set what one alone sets")
    func concurrent() async throws {
        let words = [
            ("en", "butterfly"), ("ar", "فنجان قهوة"), ("hi", "विद्यार्थी"), ("ja", "珈琲茶碗"), ("th", "พระอาทิตย์"),
            ("ur", "کھلی کتاب"),
            ("zh", "直骨"), ("km", "ស្ត្រី"), ("ko", "초승달"), ("he", "כוס חלב"),
        ]
        func set(_ setter: Typesetter) -> [FittedText] {
            words.map { language, text in
                setter.fit(
                    text, style: TextStyle(language: language), box: Size(width: .mm(30), height: .mm(12)),
                    largest: .pt(24), smallest: .pt(6), maxLines: 2, alignment: .center)
            }
        }
        let alone = try set(PinnedFonts.typesetter())
        let shared = try PinnedFonts.typesetter()
        let results = await withTaskGroup(of: [FittedText].self) { group in
            for _ in 0..<16 { group.addTask { set(shared) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 16)
        #expect(results.allSatisfy { $0 == alone })
    }
}
