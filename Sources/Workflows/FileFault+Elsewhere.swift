import Files
import Foundation

extension FileFault {
    /// What to do where a command writes into the study folder unless it is given another by --out, and this was why it could
    /// not: a sentence after a space, or nothing where another folder would not help.
    var elsewhere: String {
        switch number {
        case EROFS, EACCES, EPERM, ENOSPC, EDQUOT: " Name a folder elsewhere with --out DIR."
        default: ""
        }
    }
}
