package import Study

/// Why a page could not be written. Where it is thrown, the folder is as it was before.
package enum SurveyPageError: Error, Hashable, CustomStringConvertible {
    /// The plan has no seat with a trial.
    case nothingToAsk(study: String)
    /// A language was asked for that the plan does not offer.
    case languageNotOffered(Language, offered: [Language])
    /// A file of the templates cannot be read or used.
    case template(path: String, reason: String)
    /// The image of a pool entry is not a PNG file that can be shown.
    case notPNG(entry: String, reason: String)
    /// The folder holds something that is not a page of dotchi.
    case occupied(path: String, by: String)
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
        case .template(let path, let reason):
            "the page's template \(path) cannot be used: \(reason)"
        case .notPNG(let entry, let reason):
            "the image \(entry) cannot be put on the page: \(reason); expected a PNG file"
        case .occupied(let path, let other):
            "\(path) is not an earlier page of dotchi (it holds \(other)), so it is left alone; "
                + "name an empty or new folder"
        case .cannotWrite(let path, let reason):
            "the page could not be written to \(path): \(reason)"
        }
    }
}
