internal import DisplayList
internal import Geometry

/// What a cluster of glyphs that are pictures stands for, for those who read the file.
struct PictureText: Hashable {
    var characters: [Unicode.Scalar]
    /// From the run's origin to the cluster's left end.
    var x: Length
    var width: Length

    /// The clusters of a run in visual order. Spaces are gaps, which every reader sees.
    static func pieces(of run: GlyphRun) -> [PictureText] {
        let bytes = Array(run.text.utf8)
        guard let pieces = ExtractableText.pieces(of: run, bytes: bytes) else { return [] }
        var found: [PictureText] = []
        for (place, piece) in pieces.enumerated() {
            guard let first = run.glyphs[piece.glyphs].first else { continue }
            let next = place + 1 < pieces.count ? run.glyphs[pieces[place + 1].glyphs].first?.position.x : nil
            let characters = String(decoding: bytes[piece.bytes], as: UTF8.self).unicodeScalars.filter { $0 != " " }
            let width = (next ?? run.width) - first.position.x
            guard !characters.isEmpty, width > .zero else { continue }
            found.append(PictureText(characters: Array(characters), x: first.position.x, width: width))
        }
        return found
    }

    var reversed: PictureText { PictureText(characters: characters.reversed(), x: x, width: width) }
}
