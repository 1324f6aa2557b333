public import ArgumentParser
import Calibration
import Geometry
public import Imposition
import Prepress

/// How fronts and backs come together.
struct SidesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How the paper is turned for the backs: over its long or short edge; none prints fronts only. (default: the printer's, or long)",
            valueName: "edge"))
    var duplex: DuplexFlip?

    @Flag(
        help:
            "For printers that print one side: all fronts first, then all backs. Print the fronts, turn the pile, print on."
    )
    var byHand = false

    @Option(
        help: ArgumentHelp(
            "With --by-hand: which backs come first, those of the sheet printed last (reversed: most printers) or first (same).",
            valueName: "order"))
    var backs: PileOrder?

    @Flag(help: "With --by-hand: fronts and backs in files of their own.")
    var twoFiles = false

    @Flag(help: "Fronts and backs side by side, to be folded and glued: no turning of paper at all.")
    var fold = false

    @Option(
        help: ArgumentHelp(
            "With --fold: space between front and back, in millimetres, cut off after gluing; 0 folds at the card's edge. (default: 0)",
            valueName: "mm"))
    var foldGutter: Double?

    func validate() throws {
        if !byHand, backs != nil || twoFiles {
            throw ValidationError("--backs and --two-files are for printing by hand; add --by-hand.")
        }
        if byHand, fold { throw ValidationError("--fold prints one side only; leave out --by-hand.") }
        if fold, duplex != nil {
            throw ValidationError("--fold puts backs beside their fronts: no paper is turned; leave out --duplex.")
        }
        if byHand, duplex == DuplexFlip.none {
            throw ValidationError("--duplex none prints no backs; leave out --by-hand.")
        }
        if foldGutter != nil, !fold { throw ValidationError("--fold-gutter is for folded cards; add --fold.") }
        guard (0...50).contains(foldGutter ?? 0) else {
            throw ValidationError("--fold-gutter takes 0 to 50 millimetres.")
        }
    }

    /// The job with these choices added; what is not said is the job's printer's.
    func apply(to job: Job) -> Job {
        var job = job
        job.flip = duplex ?? job.printer?.flip(paper: job.paper) ?? .long
        job.fold = fold ? Fold(gutter: .mm(foldGutter ?? 0)) : nil
        job.passes = byHand ? .apart(backs ?? job.printer?.backs ?? .reversed) : .together
        job.separatesBacks = twoFiles
        return job
    }
}

extension DuplexFlip: ExpressibleByArgument {}
extension PileOrder: ExpressibleByArgument {}
