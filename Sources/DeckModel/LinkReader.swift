import Diagnostics
import JSONSource

/// Reads the member `link` of a deck or card.
enum LinkReader {
    static func read(_ reader: inout ObjectReader) -> String? {
        guard let (link, value) = reader.string("link") else { return nil }
        if let fault = WebAddress.fault(in: link, allowsLocal: true) {
            reader.report(at: value, "link", fault.message, hint: fault.hint)
            return nil
        }
        if !WebAddress.isBase(link) {
            reader.report(
                .warning, at: value, "link",
                "does not end in '/', '=', '#' or '-': the card's id follows it as it stands",
                hint: "did you mean \(Quotation.quoted(link + "/", limit: 200))?")
        }
        return link
    }
}
