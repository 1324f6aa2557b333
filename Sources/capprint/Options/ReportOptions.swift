public import ArgumentParser
public import Prepress

/// How and where a comparison is told.
struct ReportOptions: ParsableArguments {
    @Option(help: "text, json, junit (test results for CI) or github (annotations in a pull request).")
    var format = ReportFiles.Format.text

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file for it. (default: standard output)", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Also a web page with pictures, in one file.", valueName: "file.html"))
    var report: String?

    @Option(help: ArgumentHelp("Also a picture of what differs, for a comment.", valueName: "file.png"))
    var pictureSheet: String?

    var files: ReportFiles {
        ReportFiles(
            format: format, output: output == "-" ? nil : output, page: report, pictureSheet: pictureSheet)
    }

    /// Throws `ValidationError` where one file would have to hold the reports of several decks.
    func refuse(decks: Int) throws {
        guard decks > 1 else { return }
        for (option, file) in [("-o", output), ("--report", report), ("--picture-sheet", pictureSheet)]
        where file != nil {
            throw ValidationError("\(option) names one file, but there are \(decks) decks; run it once a deck.")
        }
        if format == .json || format == .junit {
            throw ValidationError(
                "--format \(format.rawValue) is one document, but there are \(decks) decks; run it once a deck.")
        }
    }
}

extension ReportFiles.Format: ExpressibleByArgument {}
