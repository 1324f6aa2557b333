internal import DisplayList

/// The tone that a syllable is said with, by its number in the schools of its language; `neutral` is Mandarin's light tone.
enum Tone: Int, Hashable, Sendable {
    case neutral, first, second, third, fourth, fifth, sixth

    func color(in palette: Palette) -> Color {
        switch self {
        case .neutral: palette.neutralTone
        case .first: palette.tone1
        case .second: palette.tone2
        case .third: palette.tone3
        case .fourth: palette.tone4
        case .fifth: palette.tone5
        case .sixth: palette.tone6
        }
    }
}

/// A piece of a text and the tone that it is said with, nil where nothing tells.
struct ToneSyllable: Hashable, Sendable {
    var text: String
    var tone: Tone?
}
