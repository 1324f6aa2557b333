/// The ways to break a text into lines, the best first; each is made when it is asked for.
struct LineBreaking {
    private let text: ShapedText
    private let parting: WordParting

    init(_ text: ShapedText, _ parting: WordParting) {
        self.text = text
        self.parting = parting
    }

    /// Between words only, then inside compounds written without spaces, then with hyphens in words wider than `widest`, then wherever the
    /// language allows it, at last with hyphens in any word. What would give nothing new is left out.
    ///
    /// - Parameter widest: In ems: a word that is no wider is kept whole as long as it can be.
    func ways(widest: Double) -> some Sequence<LineBreaker> {
        Way.allCases.lazy.compactMap { breaker($0, widest: widest) }
    }

    private enum Way: CaseIterable { case words, parts, wideWords, characters, everyWord }

    private func breaker(_ way: Way, widest: Double) -> LineBreaker? {
        switch way {
        case .words: return breaker(text.opportunities.filter { $0.quality == .word })
        case .parts:
            guard text.opportunities.contains(where: { $0.quality == .part }) else { return nil }
            return breaker(text.opportunities.filter { $0.quality <= .part })
        case .wideWords:
            let breaker = breaker(parting.opportunities().filter { $0.quality <= .hyphen }).partingOnly(
                widerThan: widest)
            return breaker.partsWords ? breaker : nil
        case .characters:
            guard text.opportunities.contains(where: { $0.quality == .character }) else { return nil }
            return breaker(parting.opportunities()).partingOnly(widerThan: widest)
        case .everyWord:
            let breaker = breaker(parting.opportunities(), partsEveryWord: true)
            return breaker.partsWords ? breaker : nil
        }
    }

    private func breaker(_ opportunities: [BreakOpportunity], partsEveryWord: Bool = false) -> LineBreaker {
        LineBreaker(text, opportunities, partsEveryWord: partsEveryWord, hyphenWidth: parting.hyphenWidth)
    }
}
