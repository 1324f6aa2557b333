internal import Diagnostics
internal import JSONSource

/// What differs for other programs: one JSON object, as `docs/comparison.schema.json` tells it.
public enum JSONReport {
    public static func text(_ report: ProofReport) -> String {
        var json = JSONWriter()
        json.object { json in
            json.integer("version", 1)
            json.string("title", report.title)
            json.string("old", report.oldName)
            json.string("new", report.newName)
            json.string("noun", report.noun)
            json.integer("same", report.same.count)
            json.integer("different", report.items.count)
            json.array("items") { json in
                for item in report.items { write(item, &json) }
            }
            json.array("notes") { json in
                for note in report.notes { json.string(nil, note) }
            }
            json.string("accept", report.acceptCommand)
            json.array("problems") { json in
                for problem in report.problems {
                    json.object { json in
                        json.string("severity", problem.isError ? "error" : "warning")
                        json.string("file", problem.place?.file)
                        json.integer("line", problem.place?.line)
                        json.integer("column", problem.place?.column)
                        json.string("card", problem.card)
                        json.string("field", problem.field)
                        json.string("message", problem.message)
                        json.string("hint", problem.hint)
                    }
                }
            }
        }
        return json.take() + "\n"
    }

    private static func write(_ item: ProofItem, _ json: inout JSONWriter) {
        json.object { json in
            json.string("name", item.name)
            json.string("state", item.state.rawValue)
            json.string("old_name", item.oldName)
            json.string("file", item.place?.file)
            json.integer("line", item.place?.line)
            json.integer("column", item.place?.column)
            json.array("changes") { json in
                for finding in item.findings {
                    for detail in finding.details {
                        json.object { json in
                            json.string("side", finding.side)
                            json.string("field", finding.field)
                            json.string("language", finding.language)
                            json.string("kind", detail.kind)
                            json.string("sentence", detail.sentence)
                        }
                    }
                }
            }
            json.array("pictures") { json in
                for pictures in item.pictures {
                    json.object { json in
                        json.string("side", pictures.side)
                        if let share = pictures.share, share.isFinite {
                            // Pixels that differ never count as none.
                            json.number("share", share > 0 ? max(share, 0.000_001) : 0, decimals: 6)
                        } else {
                            json.null("share")
                        }
                    }
                }
            }
            json.string("accept", item.acceptCommand)
        }
    }
}
