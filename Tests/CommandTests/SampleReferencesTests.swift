import Foundation
import ReferenceKeeping
import Testing

@Suite("References: the sample deck in each of the project's templates")
struct SampleReferencesTests {
    private func snapshot(_ action: String, _ template: String, _ options: String...) throws -> Program.Result {
        let kept = KeptReference("garden-tea.\(template)")
        return try Program.capprint(
            ["snapshot", action, "Samples/garden-tea/deck.json", "--template", template, "--reference", kept.path]
                + options, in: Program.root)
    }

    @Test(
        "look as recorded",
        arguments: [
            "business", "business-us", "classic", "label", "large", "memory", "mini", "round", "school", "scroll",
            "syllables", "talking", "tracing",
        ])
    func looks(template: String) throws {
        if KeptReference.accepts {
            let accepted = try snapshot("accept", template)
            #expect(accepted.status == 0, "\(accepted.errors)")
            return
        }
        guard try snapshot("verify", template, "--ci").status != 0 else { return }
        let report = KeptReference("garden-tea.\(template)").report
        let told = try snapshot("verify", template, "--ci", "--report", report)
        Issue.record(
            "\(told.text)\(told.errors)all references: \(KeptReference.acceptCommand); as a page: \(report)")
    }

    @Test("there is one of each template, and no other", .disabled(if: KeptReference.accepts))
    func complete() throws {
        let templates = try FileManager.default.contentsOfDirectory(
            atPath: Program.root.appending(path: "Templates").path
        ).filter {
            $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") && !["papers.json", "stocks.json"].contains($0)
        }
        let references = try FileManager.default.contentsOfDirectory(
            atPath: Program.root.appending(path: "Tests/References").path
        ).filter { $0.hasPrefix("garden-tea.") }
        #expect(references.sorted() == templates.map { "garden-tea.\($0.dropLast(5)).snapshot" }.sorted())
    }
}
