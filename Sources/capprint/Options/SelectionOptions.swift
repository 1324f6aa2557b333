import ArgumentParser
import DeckModel
import Imposition
import Prepress

/// Which cards are printed, how often, and on which places.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these cards, by their ids: cup,spoon.", valueName: "ids"))
    var cards: NameList?

    @Option(help: ArgumentHelp("Only cards with one of these tags: kitchen,morning.", valueName: "tags"))
    var tags: NameList?

    @Option(
        help: ArgumentHelp("Only cards captured on this day or later, as 2026-11-23.", valueName: "date"),
        transform: SelectionOptions.day)
    var since: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "Only cards that look otherwise than when this file was last written, and new ones; then writes it anew. The first run prints all.",
            valueName: "file"))
    var changed: String?

    @Option(help: ArgumentHelp("How often everything is printed, set after set. (default: 1)", valueName: "number"))
    var sets = 1

    @Flag(help: "Cards in such an order that a pile of sheets, cut through and stacked, keeps the deck's order.")
    var stack = false

    @Option(
        help: ArgumentHelp(
            "The first place of the first sheet that is still free, counted from 1 as one reads.", valueName: "place"))
    var startAt: Int?

    @Option(
        help: ArgumentHelp("Places that stay empty on every sheet: 3,5-7.", valueName: "places"))
    var skip: PlaceList?

    @Option(
        help: ArgumentHelp("Places that are used up on the first sheet: 3,5-7.", valueName: "places"))
    var used: PlaceList?

    func validate() throws {
        guard (1...1000).contains(sets) else { throw ValidationError("--sets takes 1 to 1000.") }
        guard (1...10_000).contains(startAt ?? 1) else { throw ValidationError("--start-at takes a place, from 1 on.") }
        if stack, (startAt ?? 1) > 1 || used != nil {
            throw ValidationError(
                "--stack is for a pile of like sheets, and --start-at and --used leave out places of the first; print the used sheet by itself, with --cards."
            )
        }
    }

    /// Reads a day; a time of day has no meaning here.
    @Sendable static func day(_ argument: String) throws -> CalendarDate {
        guard let date = CalendarDate(iso8601: argument), date.hour == nil else {
            throw ValidationError("--since takes a day as 2026-11-23, not '\(argument)'.")
        }
        return date
    }

    /// The job with these choices added.
    func apply(to job: Job) -> Job {
        var job = job
        job.selection.cards = cards?.names
        job.selection.tags = tags?.names
        job.selection.since = since
        job.selection.record = changed
        job.sets = sets
        job.order = stack ? .stacks : .sheets
        job.skipped = skip?.places ?? []
        job.used = (used?.places ?? []).union(1..<(startAt ?? 1))
        return job
    }
}

/// Names with commas between them.
struct NameList: ExpressibleByArgument {
    let names: Set<String>

    init?(argument: String) {
        let parts = argument.split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        names = Set(parts.filter { !$0.isEmpty })
        if names.isEmpty { return nil }
    }
}

/// Places of a sheet as `3,5-7`.
struct PlaceList: ExpressibleByArgument {
    let places: Set<Int>

    init?(argument: String) {
        var places: Set<Int> = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
                Int(String($0.filter { $0 != " " }))
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first >= 1,
                last >= first, last <= 10_000
            else { return nil }
            places.formUnion(first...last)
        }
        self.places = places
    }
}
