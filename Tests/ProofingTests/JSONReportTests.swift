import Diagnostics
import Foundation
import Proofing
import Testing

@Suite("Reports for other programs")
struct JSONReportTests {
    @Test("one line of JSON, with the members that its schema asks for, in their order")
    func exact() {
        let report = Kitchen.report(
            [
                ProofItem(
                    name: "cup", state: .renamed, oldName: "mug", place: Place(file: "deck.json", line: 12, column: 5),
                    findings: [
                        .init(
                            side: "back", field: "words.ja.text", language: "ja",
                            details: [("text", "text \"珈琲\" → コーヒー"), ("size", "size 18 → 16.5 pt")])
                    ],
                    pictures: [
                        .init(side: "front", old: nil, new: nil, difference: nil, share: nil),
                        .init(side: "back", old: nil, new: nil, difference: nil, share: 0.00002),
                    ],
                    acceptCommand: "accept cup")
            ], same: 2, notes: ["a note"])
        #expect(
            JSONReport.text(report)
                == #"{"version":1,"title":"deck","old":"old","new":"new","noun":"card","same":2,"different":1,"items":[{"name":"cup","state":"renamed","old_name":"mug","file":"deck.json","line":12,"column":5,"changes":[{"side":"back","field":"words.ja.text","language":"ja","kind":"text","sentence":"text \"珈琲\" → コーヒー"},{"side":"back","field":"words.ja.text","language":"ja","kind":"size","sentence":"size 18 → 16.5 pt"}],"pictures":[{"side":"front","share":null},{"side":"back","share":0.00002}],"accept":"accept cup"}],"notes":["a note"],"accept":null,"problems":[]}"#
                + "\n")
    }

    @Test("every object has exactly the members of docs/comparison.schema.json, each of a type it allows")
    func schema() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let schema = try object(Data(contentsOf: root.appending(path: "docs/comparison.schema.json")))
        var report = Kitchen.report
        report.items[0].pictures = [.init(side: "back", old: nil, new: nil, difference: nil, share: 0.031)]
        let problems = violations(try object(Data(JSONReport.text(report).utf8)), schema, schema, "")
        #expect(problems == [])
        // The check itself sees what is wrong.
        let wrong: [String: Any] = ["version": 2, "noun": "leaf", "items": [["state": 1]]]
        let found = violations(wrong, schema, schema, "")
        #expect(found.contains("/version"))
        #expect(found.contains("/noun"))
        #expect(found.contains("/items/state"))
        #expect(found.contains(": lacks notes"))
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Where a value breaks the schema: as much of JSON Schema as this schema uses.
    private func violations(_ value: Any, _ schema: [String: Any], _ root: [String: Any], _ path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else { return [path] }
            return violations(value, target, root, path)
        }
        var problems: [String] = []
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] }
        if let types, !types.contains(where: { isOf($0, value) }) { problems.append(path) }
        if let wanted = schema["const"] as? Int, value as? Int != wanted { problems.append(path) }
        if let wanted = schema["enum"] as? [String], !wanted.contains(value as? String ?? "?") { problems.append(path) }
        if let minimum = schema["minimum"] as? Double, let number = value as? Double, number < minimum {
            problems.append(path)
        }
        if let elements = value as? [Any], let inner = schema["items"] as? [String: Any] {
            problems += elements.flatMap { violations($0, inner, root, path) }
        }
        if let members = value as? [String: Any], let known = schema["properties"] as? [String: Any] {
            for name in schema["required"] as? [String] ?? [] where members[name] == nil {
                problems.append("\(path): lacks \(name)")
            }
            for (name, member) in members {
                guard let inner = known[name] as? [String: Any] else { return problems + ["\(path): \(name)?"] }
                problems += violations(member, inner, root, "\(path)/\(name)")
            }
        }
        return problems
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": value is Int
        case "number": value is Double || value is Int
        case "null": value is NSNull
        default: false
        }
    }
}
