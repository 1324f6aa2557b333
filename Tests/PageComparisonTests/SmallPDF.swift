import FileAccess

/// Writes PDF files of filled rectangles.
struct SmallPDF {
    struct Page {
        /// In points.
        var width = 200.0
        var height = 100.0
        /// Painting commands; `/Box Do` paints the form.
        var commands: String
        /// What the form paints: a resource of the page.
        var form = "0 0 10 10 re f"
        /// Entries of the form's dictionary.
        var formEntries = "/Resources << >>"
    }

    var pages: [Page]
    /// Objects that nobody uses, so that all numbers are others.
    var padding = 0
    /// What pages call their form.
    var formName = "Box"

    var bytes: [UInt8] {
        var bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""] + Array(repeating: "null", count: padding)
        var kids: [Int] = []
        for page in pages {
            let first = bodies.count + 1
            let commands = page.commands.replacing("/Box", with: "/\(formName)")
            bodies.append(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(page.width) \(page.height)] /Contents \(first + 1) 0 R
                /Resources << /XObject << /\(formName) \(first + 2) 0 R >> >> >>
                """)
            bodies.append("<< /Length \(commands.utf8.count) >>\nstream\n\(commands)\nendstream")
            bodies.append(
                "<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] \(page.formEntries) /Length \(page.form.utf8.count) >>\nstream\n\(page.form)\nendstream"
            )
            kids.append(first)
        }
        bodies[1] =
            "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.map { "\($0) 0 R" }.joined(separator: " "))] >>"
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, body) in bodies.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(body)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<< /Size \(bodies.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }
}

/// A folder that goes with its owner.
final class ScratchFolder {
    let path: String

    init() throws {
        path = try Files.makeTemporaryFolder()
    }

    deinit { Files.removeFolder(path) }

    func write(_ name: String, _ pdf: SmallPDF) throws -> String { try write(name, pdf.bytes) }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Files.replace(Paths.join(path, name), with: bytes)
    }
}
