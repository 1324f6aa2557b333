internal import DeckModel
internal import Typesetting

extension Word {
    /// The word's readings as the typesetter takes them.
    var rubySegments: [RubySegment] { ruby.map { RubySegment(base: $0.base, reading: $0.reading) } }
}
