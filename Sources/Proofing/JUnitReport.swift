internal import Diagnostics

/// What differs as test results: the XML that JUnit's runner for Ant began, as Jenkins' schema `junit-10.xsd` has it.
///
/// A card or page is a test, failed if it differs. Its class is what was compared: the same whether it fails or passes, as services that
/// tell what became of a test from run to run want it.
public enum JUnitReport {
    public static func text(_ report: ProofReport) -> String {
        let errors = report.problems.filter(\.isError)
        let counts =
            #"tests="\#(report.items.count + report.same.count + errors.count)" failures="\#(report.items.count)" errors="\#(errors.count)""#
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"capprint\" \(counts)>\n"
        xml += "<testsuite name=\"\(attribute(report.title))\" \(counts) skipped=\"0\">\n"
        for error in errors {
            let name = error.card.map { "card \($0)" } ?? "could be checked"
            xml +=
                "<testcase classname=\"\(attribute(error.place?.file ?? report.title))\" name=\"\(attribute(name))\">\n"
            xml += "<error type=\"error\" message=\"\(attribute(error.message))\">"
            xml += "\(Markup.escaped(error.description))</error>\n</testcase>\n"
        }
        for item in report.items {
            xml += "\(testCase(item.name, report))>\n"
            let headline = Wording.headline(item, report.noun)
            xml += "<failure type=\"\(item.state.rawValue)\" message=\"\(attribute(headline))\">"
            xml += lines(item, headline).map { Markup.escaped($0) }.joined(separator: "\n")
            xml += "</failure>\n</testcase>\n"
        }
        for name in report.same { xml += "\(testCase(name, report))/>\n" }
        if !report.notes.isEmpty {
            xml += "<system-out>\(report.notes.map { Markup.escaped($0) }.joined(separator: "\n"))</system-out>\n"
        }
        return xml + "</testsuite>\n</testsuites>\n"
    }

    private static func testCase(_ name: String, _ report: ProofReport) -> String {
        "<testcase classname=\"\(attribute(report.title))\" name=\"\(attribute(name))\""
    }

    /// The schema has no attributes for a place, so the text begins with it.
    private static func lines(_ item: ProofItem, _ headline: String) -> [String] {
        var lines = [item.place.map { "\($0): \(headline)" } ?? headline]
        lines += item.findings.map(Wording.line)
        if let command = item.acceptCommand { lines.append("to accept: \(command)") }
        return lines
    }

    private static func attribute(_ text: String) -> String { Markup.escaped(text, inAttribute: true) }
}
