/// The pictures of one side: each stands once in the file, and the views are made of the same three.
struct HTMLStage {
    private let pictures: ProofItem.Pictures
    private let name: String
    private let frames: [(kind: String, caption: String, png: [UInt8])]

    init(_ pictures: ProofItem.Pictures, of name: String) {
        self.pictures = pictures
        self.name = name
        var frames: [(kind: String, caption: String, png: [UInt8])] = []
        if let old = pictures.old { frames.append(("old", "Old", old)) }
        if let new = pictures.new { frames.append(("new", "New", new)) }
        if let difference = pictures.difference {
            let share = pictures.share.flatMap(Self.percent).map { ", \($0)" } ?? ""
            frames.append(("difference", "What differs\(share)", difference))
        }
        self.frames = frames
    }

    func write<Failure: Error>(to sink: (String) throws(Failure) -> Void) throws(Failure) {
        guard !frames.isEmpty else { return }
        let isPair = pictures.old != nil && pictures.new != nil
        let widest = frames.compactMap { PNGSize.read($0.png)?.width }.max() ?? 1
        let classes = "stage" + (isPair ? " pair" : "") + (pictures.difference != nil ? " marked" : "")
        try sink("<div class=\"\(classes)\" style=\"--w:\(widest)px\">\n")
        let side = pictures.side.isEmpty ? "" : ", \(pictures.side)"
        for frame in frames {
            let size = PNGSize.read(frame.png)
            let alternative = "\(name)\(side): \(frame.caption.lowercased())"
            var start = "<figure class=\"\(frame.kind)\"><figcaption>\(Markup.escaped(frame.caption))</figcaption>"
            start += "<span class=\"frame\"><img"
            if let size {
                start += " width=\"\(size.width)\" height=\"\(size.height)\""
                // Pictures of different sizes keep one scale.
                if size.width < widest { start += " style=\"--part:\(Double(size.width) / Double(widest))\"" }
            }
            start +=
                " decoding=\"async\" alt=\"\(Markup.escaped(alternative, inAttribute: true))\" src=\"data:image/png;base64,"
            try sink(start)
            try Base64.encode(frame.png, to: sink)
            try sink("\"></span></figure>\n")
        }
        if isPair {
            let label = "Divider between old and new: \(name)\(side)"
            try sink(
                "<input type=\"range\" class=\"divider\" min=\"0\" max=\"100\" value=\"50\" "
                    + "aria-label=\"\(Markup.escaped(label, inAttribute: true))\">\n")
        }
        try sink("</div>\n")
    }

    /// A share as `3.1 %`; nil for none.
    static func percent(_ share: Double) -> String? {
        guard share.isFinite, share > 0 else { return nil }
        let tenths = Int((min(share, 1) * 1000).rounded())
        if tenths == 0 { return "less than 0.1 %" }
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}
