import CardLayout
import DisplayList
import Foundation
import Testing

/// Without names of its own for colours, a card must not ask more of eyes than they can.
@Suite("Colours that teach can be read and told apart")
struct PaletteTests {
    private static let palette = Palette()
    private static let genders = [palette.masculine, palette.feminine, palette.neuter, palette.common]
    private static let tones = [
        palette.tone1, palette.tone2, palette.tone3, palette.tone4, palette.tone5, palette.tone6, palette.neutralTone,
    ]
    private static let syllables = [palette.syllable1, palette.syllable2]

    @Test("words on the pale ground have a contrast of 4.5, and the white letter on a gender's disc too")
    func contrast() {
        // The strongest ground of the project's templates, under a sticker that is mid-grey.
        let ground = Self.palette.paper.mixed(with: .gray(0.6), 0.13)
        for color in Self.genders + Self.tones + Self.syllables {
            #expect(color.contrast(with: ground) >= 4.45, "\(color)")
        }
        for color in Self.genders { #expect(color.contrast(with: .white) >= 4.5) }
        // The line to write over is for eyes, not for reading.
        #expect(Self.palette.tracing.contrast(with: Self.palette.paper) >= 3)
    }

    @Test("those who see no red or no green tell them apart", arguments: [protanopia, deuteranopia])
    func colorVision(matrix: [[Double]]) {
        // CIE 1976: 2.3 is a difference that is just seen side by side.
        #expect(Self.leastDifference(Self.genders, matrix) >= 15)
        #expect(Self.leastDifference(Self.tones, matrix) >= 10)
        #expect(Self.leastDifference(Self.syllables, matrix) >= 50)
    }

    /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.
    private static let protanopia = [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]
    private static let deuteranopia = [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]

    private static func leastDifference(_ colors: [Color], _ matrix: [[Double]]) -> Double {
        let places = colors.map { lab($0, matrix) }
        var least = Double.infinity
        for (index, place) in places.enumerated() {
            for other in places.dropFirst(index + 1) {
                let steps: [Double] = zip(place, other).map { $0 - $1 }
                least = min(least, steps.reduce(0) { $0 + $1 * $1 }.squareRoot())
            }
        }
        return least
    }

    private static func lab(_ color: Color, _ matrix: [[Double]]) -> [Double] {
        func times(_ rows: [[Double]], _ vector: [Double]) -> [Double] {
            rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        let linear = [color.red, color.green, color.blue].map {
            $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
        }
        let xyz = times(
            [
                [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
                [0.0193339, 0.1191920, 0.9503041],
            ], times(matrix, linear).map { min(1, max(0, $0)) })
        let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
            value / white > 0.008856 ? cbrt(value / white) : 7.787 * value / white + 16.0 / 116
        }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }
}
