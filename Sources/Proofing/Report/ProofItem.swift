public import Diagnostics

/// One card or page that differs.
public struct ProofItem: Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable { case changed, new, missing, renamed }

    /// Everything that differs in one part of one side.
    public struct Finding: Hashable, Sendable {
        /// `front`, `back`; empty for a page.
        public var side: String
        /// `words.ja.text`, `sticker`, `ground`; empty where the whole page is meant.
        public var field: String
        public var language: String?
        /// Each with its kind, as `text`, `size`, `position`, `pixels`.
        public var details: [(kind: String, sentence: String)]

        public static func == (left: Self, right: Self) -> Bool {
            left.side == right.side && left.field == right.field && left.language == right.language
                && left.details.map(\.kind) == right.details.map(\.kind)
                && left.details.map(\.sentence) == right.details.map(\.sentence)
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(side)
            hasher.combine(field)
            for detail in details { hasher.combine(detail.sentence) }
        }

        public init(side: String, field: String, language: String?, details: [(kind: String, sentence: String)]) {
            self.side = side
            self.field = field
            self.language = language
            self.details = details
        }
    }

    /// The same side before and after, as PNG files; nil where there is none.
    public struct Pictures: Sendable {
        /// `front`, `back`, or empty for a page.
        public var side: String
        public var old: [UInt8]?
        public var new: [UInt8]?
        /// What differs, marked on a pale copy.
        public var difference: [UInt8]?
        /// Share of the pixels that differ, 0…1.
        public var share: Double?

        public init(side: String, old: [UInt8]?, new: [UInt8]?, difference: [UInt8]?, share: Double?) {
            self.side = side
            self.old = old
            self.new = new
            self.difference = difference
            self.share = share
        }
    }

    /// The card's id, or `page 3`.
    public var name: String
    public var state: State
    /// The id or page that a renamed or moved one had.
    public var oldName: String?
    /// Where the card stands in the deck.
    public var place: Place?
    public var findings: [Finding]
    public var pictures: [Pictures]
    /// The command that accepts this one; nil where there is nothing to accept.
    public var acceptCommand: String?

    /// Whether all that differs is the number that counts the cards.
    fileprivate var isRenumbered: Bool {
        state == .changed && !findings.isEmpty && findings.allSatisfy { $0.field == "number" }
            && findings.contains { $0.details.contains { $0.kind == "text" } }
    }

    public init(
        name: String, state: State, oldName: String? = nil, place: Place? = nil, findings: [Finding],
        pictures: [Pictures] = [], acceptCommand: String? = nil
    ) {
        self.name = name
        self.state = state
        self.oldName = oldName
        self.place = place
        self.findings = findings
        self.pictures = pictures
        self.acceptCommand = acceptCommand
    }
}

extension [ProofItem] {
    /// Cards of which only the printed number differs, as all that follow one that is new: told together where there are several.
    package var renumbered: [ProofItem] {
        let found = filter(\.isRenumbered)
        return found.count > 1 ? found : []
    }

    /// All others.
    package var singled: [ProofItem] { renumbered.isEmpty ? self : filter { !$0.isRenumbered } }
}
