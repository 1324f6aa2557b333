import Diagnostics
import JSONSource

extension ObjectReader {
    /// Notes what is wrong with a text that is printed; gives it back without what must not be printed, nil where it cannot be.
    mutating func printed(_ text: String, at value: JSONValue, _ name: String, limit: Int) -> String? {
        if let fault = TextRule.fault(in: text, limit: limit) {
            report(at: value, name, fault.message, hint: fault.hint)
            return nil
        }
        guard let (cleaned, doubt) = TextRule.withoutEmbeddings(text) else { return text }
        report(.warning, at: value, name, doubt.message, hint: doubt.hint)
        return cleaned
    }

    /// Text that is printed.
    mutating func printed(_ name: String, limit: Int, required: Bool = false) -> String? {
        string(name, required: required).flatMap { printed($0.0, at: $0.1, name, limit: limit) }
    }
}
