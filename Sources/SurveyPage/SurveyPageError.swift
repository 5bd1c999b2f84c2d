package import Study

/// Why a page could not be written. Where it is thrown, the folder is as it was before.
package enum SurveyPageError: Error, Hashable, CustomStringConvertible {
    /// The plan has no seat with a trial.
    case nothingToAsk(study: String)
    /// A language was asked for that the plan does not offer.
    case languageNotOffered(Language, offered: [Language])
    /// A seat was asked for that the plan does not have.
    case noSuchSeat(Int, seats: Int)
    /// A file of the templates cannot be read or used.
    case template(path: String, reason: String)
    /// The image of a pool entry is not a PNG file that can be shown.
    case notPNG(entry: String, reason: String)
    /// The folder holds something that is not a page of dotchi.
    case occupied(path: String, by: String)
    /// The file of one seat would take the place of a page with all seats, or with another one (`there`).
    case otherSeats(path: String, seat: Int, there: Int?)
    /// The page would take the place of one of another study (`there`).
    case otherStudy(path: String, there: String)
    /// The page would take the place of one of a plan (its hash) that this study never froze.
    case otherPlan(path: String, study: String, plan: String)
    /// Another build of the page is at work.
    case atWork(path: String)
    /// The page is larger than what is free.
    case noRoom(path: String, needed: Int, free: Int)
    /// The folder could not be written.
    case cannotWrite(path: String, reason: String)

    /// The message: what was wrong, where, what to do.
    package var description: String {
        switch self {
        case .nothingToAsk(let study):
            "the plan of \(study) has no trial to show; make one with `dotchi survey plan`"
        case .languageNotOffered(let language, let offered):
            "the plan does not offer \(language.rawValue), only \(offered.map(\.rawValue).joined(separator: ", ")); "
                + "the languages of a study are named in study.yaml before its plan is frozen"
        case .noSuchSeat(let seat, let seats):
            "the plan has seats 1 to \(seats), not \(seat)"
        case .template(let path, let reason):
            "the page's template \(path) cannot be used: \(reason)"
        case .notPNG(let entry, let reason):
            "the image \(entry) cannot be put on the page: \(reason); expected a PNG file"
        case .occupied(let path, let other):
            "\(path) is not an earlier page of dotchi (it holds \(other)), so it is left alone; "
                + "name an empty or new folder"
        case .otherSeats(let path, let seat, let there):
            "\(path) has the page of \(there.map { "seat \($0)" } ?? "all seats"), and people there could not go on if the file of "
                + "seat \(seat) took its place; name another folder, or give --discard-earlier where nobody uses that page any more"
        case .otherStudy(let path, let there):
            "\(path) has the page of the study \(there), and whoever comes by a link to it would be asked this study's "
                + "questions; name another folder, or give --discard-earlier where nobody uses that page any more"
        case .otherPlan(let path, let study, let plan):
            "\(path) has the page of a plan \(plan.prefix(12)) that this study never froze: of another study that is called \(study) "
                + "too, or of an earlier study.sqlite of this one. Whoever comes by a link to it would be asked this study's "
                + "questions; name another folder, or give --discard-earlier where nobody uses that page any more"
        case .atWork(let path):
            "another `dotchi survey build` is writing \(path); wait until it has ended, then build again"
        case .noRoom(let path, let needed, let free):
            "the page needs \(Self.megabytes(needed)), but where \(path) lies only \(Self.megabytes(free)) are free; "
                + "nothing was written"
        case .cannotWrite(let path, let reason):
            "the page could not be written to \(path): \(reason)"
        }
    }

    private static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }
}
