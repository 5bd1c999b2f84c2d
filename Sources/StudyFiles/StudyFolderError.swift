/// Why there is no study to work on.
package enum StudyFolderError: Error, Sendable, Hashable {
    /// Neither the folder nor any parent has a study.yaml.
    case notFound(from: String)
    /// The named folder has no study.yaml.
    case noStudy(path: String)
    /// There is a folder of the name study.yaml where the file should be.
    case notAFile(path: String)
    /// study.yaml is there but cannot be read.
    case unreadable(path: String, why: String)
    /// study.sqlite names a file that is not in the study folder.
    case outside(path: String)
}

extension StudyFolderError: CustomStringConvertible {
    /// What was looked for, and what to do.
    package var description: String {
        switch self {
        case .notFound(let folder):
            "no study.yaml in \(folder) or any folder above it; go into a study folder, name one with --study, "
                + "or make one with `dotchi init DIR`"
        case .noStudy(let path):
            "no study.yaml in \(path); make a study with `dotchi init \(path)`"
        case .notAFile(let path):
            "\(path) is a folder, and should be the file that plans a study; move it away, then make a study with "
                + "`dotchi init`"
        case .unreadable(let path, let why):
            "\(path) cannot be read: \(why)"
        case .outside(let path):
            "study.sqlite names the file \(path.debugDescription), and expected is one inside the study folder. dotchi never "
                + "writes such a name: this study.sqlite is damaged, or another program changed it"
        }
    }
}
