internal import HarfBuzz

/// A face as the choice file names it: a file; with `#2` the third face of a collection; with `@SemiBold` an instance that a variable font
/// names, or with `@wght=650,wdth=90` a place on its axes.
struct FaceName: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        /// Regular or bold, as the text asks for.
        case byWeight
        case instance(String)
        case axes([VariationAxis.Setting])
    }

    var file: String
    var index = 0
    var place = Place.byWeight

    init(file: String, index: Int) {
        self.file = file
        self.index = index
    }

    /// nil where the text is no such name.
    init?(_ text: String) {
        guard !text.contains("/") else { return nil }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let lowercased = names[0].lowercased()
        guard FontBook.extensions.contains(where: { lowercased.hasSuffix("." + $0) && lowercased.count > $0.count + 1 })
        else { return nil }
        file = String(names[0])
        if names.count == 2 {
            guard let number = Int(names[1]), (0...999).contains(number) else { return nil }
            index = number
        }
        guard parts.count == 2 else { return }
        guard parts[1].contains("=") else {
            guard !parts[1].isEmpty else { return nil }
            place = .instance(String(parts[1]))
            return
        }
        var settings: [VariationAxis.Setting] = []
        for part in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, sides[0].utf8.count == 4, let value = Double(sides[1]), value.isFinite else {
                return nil
            }
            settings.append(VariationAxis.Setting(tag: String(sides[0]), value: value))
        }
        place = .axes(settings)
    }
}
