/// What the file says about itself, three times in step: catalog, information dictionary and XMP (ISO 32000-2, 14.3).
struct DocumentMetadata {
    let settings: PDFSettings

    /// The program's name in the page-piece dictionary.
    private static let application = "capprint"
    /// The standard asks for a date; without one given the program knows none, and two runs must give the same bytes.
    private static let noDate = PDFDate(year: 1970, month: 1, day: 1)

    /// The catalog (ISO 32000-2, 7.7.2 and 12.2) with the objects of the page tree, the XMP packet and the parts of the page-piece data (14.5).
    func catalog(pages: Int, metadata: Int, pieces: [Int]) -> String {
        var preferences = "/PrintScaling /None /PickTrayByPDFSize true"
        if !settings.title.isEmpty { preferences += " /DisplayDocTitle true" }
        if let duplex = settings.duplex { preferences += " /Duplex /\(duplex.rawValue)" }
        var entries =
            "/Type /Catalog /Pages \(pages) 0 R /ViewerPreferences << \(preferences) >> /Metadata \(metadata) 0 R"
        if !settings.language.isEmpty { entries += " /Lang \(Syntax.text(settings.language))" }
        if !pieces.isEmpty {
            let date = (settings.date ?? Self.noDate).pdf
            let parts = pieces.map { "\($0) 0 R" }.joined(separator: " ")
            entries +=
                " /PieceInfo << /\(Self.application) << /LastModified \(Syntax.text(date)) /Private [\(parts)] >> >>"
        }
        return "<< \(entries) >>"
    }

    /// The information dictionary (14.3.3).
    var information: String {
        var entries = "/Producer \(Syntax.text(settings.producer)) /Creator \(Syntax.text(settings.producer))"
        if !settings.title.isEmpty { entries += " /Title \(Syntax.text(settings.title))" }
        if let date = settings.date {
            entries += " /CreationDate \(Syntax.text(date.pdf)) /ModDate \(Syntax.text(date.pdf))"
        }
        return "<< \(entries) >>"
    }

    /// The XMP packet (ISO 16684-1), read-only.
    var packet: String {
        var properties = "<dc:format>application/pdf</dc:format>"
        if !settings.title.isEmpty {
            properties +=
                "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(settings.title))</rdf:li></rdf:Alt></dc:title>"
        }
        if !settings.language.isEmpty {
            properties += "<dc:language><rdf:Bag><rdf:li>\(escaped(settings.language))</rdf:li></rdf:Bag></dc:language>"
        }
        properties += "<pdf:Producer>\(escaped(settings.producer))</pdf:Producer>"
        properties += "<xmp:CreatorTool>\(escaped(settings.producer))</xmp:CreatorTool>"
        if let date = settings.date {
            properties +=
                "<xmp:CreateDate>\(date.iso8601)</xmp:CreateDate><xmp:ModifyDate>\(date.iso8601)</xmp:ModifyDate>"
        }
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\
            \(properties)</rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    /// Text for XML 1.0, which has no place for most control characters.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
