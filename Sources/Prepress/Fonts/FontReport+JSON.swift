internal import Diagnostics
internal import JSONSource

extension FontReport {
    /// The report for programs: `docs/fonts-report.schema.json`, version 1.
    public var json: String {
        var json = JSONWriter()
        json.object {
            $0.integer("version", 1)
            $0.string("program", "capprint \(Version.current)")
            $0.object("deck") {
                $0.string("id", deck)
                $0.string("file", file)
            }
            $0.array("fonts") { list in
                for entry in entries { entry.write(to: &list) }
            }
            $0.array("missing") { list in
                for missing in missing {
                    list.object {
                        $0.string("language", missing.language)
                        $0.string("text", missing.text)
                        FontReport.write(missing.characters, to: &$0)
                    }
                }
            }
            $0.array("problems") { list in
                for problem in diagnostics {
                    list.object {
                        $0.string("severity", problem.isError ? "error" : "warning")
                        $0.string("file", problem.place?.file)
                        $0.integer("line", problem.place?.line)
                        $0.string("card", problem.card)
                        $0.string("field", problem.field)
                        $0.string("message", problem.message)
                        $0.string("hint", problem.hint)
                    }
                }
            }
        }
        return json.take()
    }

    fileprivate static func write(_ characters: [Unicode.Scalar], to json: inout JSONWriter) {
        json.array("characters") { list in
            for scalar in characters {
                list.object {
                    $0.string("character", String(scalar))
                    $0.string("number", number(scalar))
                }
            }
        }
    }
}

extension FontReport.Entry {
    fileprivate func write(to json: inout JSONWriter) {
        json.object {
            $0.string("language", language)
            $0.string("language_name", languageName)
            $0.string("script", script)
            $0.string("script_name", scriptName)
            $0.string("font", font)
            $0.string("file", file)
            $0.integer("index", index)
            $0.array("variations") { list in variations.forEach { list.string(nil, $0) } }
            $0.string("font_version", version)
            if let isPinned { $0.boolean("is_tested_version", isPinned) } else { $0.null("is_tested_version") }
            $0.object("choice") {
                $0.string("kind", choice.kind.rawValue)
                $0.array("for") { list in choice.tags.forEach { list.string(nil, $0) } }
                $0.string("why", choice.why)
                $0.string("file", choice.file.isEmpty ? nil : choice.file)
                $0.integer("line", choice.line == 0 ? nil : choice.line)
            }
            $0.array("texts") { list in texts.forEach { list.string(nil, $0) } }
            $0.array("fallback") { list in
                for fallback in fallback {
                    list.object {
                        $0.string("text", fallback.text)
                        $0.string("first_choice", fallback.firstChoice)
                        FontReport.write(fallback.characters, to: &$0)
                    }
                }
            }
        }
    }
}
