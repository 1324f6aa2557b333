internal import CShims

extension UnicodeText {
    /// The script of each code unit, with common and inherited characters given to their neighbours (UAX #24, 5.1 and 5.2):
    /// marks and punctuation follow what is before them, a closing bracket its opening one, what comes first follows what is after it.
    /// A text without any letter is all `fallback`.
    public static func scripts(_ text: [UInt16], fallback: Script) -> [Script] {
        var scripts = [Script](repeating: fallback, count: text.count)
        var open: [(closing: UInt32, script: Script)] = []
        var current: Script?
        var at = 0
        for scalar in String(decoding: text, as: UTF16.self).unicodeScalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            var script = Script(code: capprint_icu_script(scalar.value))
            if script == .common || script == .inherited || script == .unknown {
                script = neighbour(scalar, current: current, open: &open) ?? script
            }
            let isOwn = script != .common && script != .inherited && script != .unknown
            if isOwn {
                if current == nil {
                    // What came before the first letter goes with it; so do the brackets opened there.
                    for earlier in 0..<at { scripts[earlier] = script }
                    for index in open.indices { open[index].script = script }
                }
                current = script
            }
            for unit in at..<min(at + width, text.count) { scripts[unit] = current ?? fallback }
            at += width
        }
        return scripts
    }

    private static func neighbour(
        _ scalar: Unicode.Scalar, current: Script?, open: inout [(closing: UInt32, script: Script)]
    ) -> Script? {
        switch capprint_icu_bracket_type(scalar.value) {
        case 1:
            // A text of brackets alone shall not grow the stack without end.
            if open.count < 64 { open.append((capprint_icu_paired_bracket(scalar.value), current ?? .common)) }
            return current
        case 2:
            guard let index = open.lastIndex(where: { $0.closing == scalar.value }) else { return current }
            let script = open[index].script
            open.removeSubrange(index...)
            return script == .common ? current : script
        default:
            return current ?? extensionScript(scalar)
        }
    }

    /// A script that a common character belongs to by its extensions alone, such as U+30FC to Katakana.
    private static func extensionScript(_ scalar: Unicode.Scalar) -> Script? {
        for script in [Script.katakana, .hiragana, .arabic] where capprint_icu_has_script(scalar.value, script.code) {
            return script
        }
        return nil
    }
}
