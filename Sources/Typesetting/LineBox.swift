internal import Fonts
internal import HarfBuzz
internal import ICU

/// How far a line has to reach above and below its baseline for a piece of text, in ems.
struct LineBox {
    var ascent: Double
    var descent: Double

    /// Fonts' own figures are made for screens and for every script the font has: Andika asks for 1.6 ems, Noto Sans CJK for 1.45.
    /// They are capped by script at what readers are used to, and the real ink always has its place, a hair of air included.
    init(_ font: Font, script: Script, ink: InkBox?) {
        let (highest, deepest) = LineBox.caps[script.description] ?? (1.05, 0.4)
        ascent = min(font.ascent, highest)
        descent = min(font.descent, deepest)
        guard let ink else { return }
        let em = Double(font.face.unitsPerEm)
        ascent = max(ascent, Double(ink.top) / em + LineBox.air)
        descent = max(descent, -Double(ink.bottom) / em + LineBox.air)
    }

    /// Between the ink of two lines at least twice this is left.
    static let air = 0.02

    /// Scripts whose letters keep close to the line.
    private static let caps: [String: (Double, Double)] = [
        "Latn": (0.93, 0.27), "Grek": (0.93, 0.27), "Cyrl": (0.93, 0.27), "Armn": (0.93, 0.27), "Geor": (0.93, 0.27),
        "Hebr": (0.93, 0.27), "Cher": (0.93, 0.27), "Ethi": (0.93, 0.27), "Zyyy": (0.93, 0.27), "Zsye": (0.93, 0.27),
        "Hani": (0.94, 0.26), "Hira": (0.94, 0.26), "Kana": (0.94, 0.26), "Bopo": (0.94, 0.26), "Hang": (0.94, 0.26),
    ]
}
