import Files
package import Foundation
import StudyStore

extension OpenStudy {
    /// Copies study.sqlite as it is at one moment to a new file.
    ///
    /// - Throws: ``Failure`` where something is there already, or where it cannot be written; `StudyStoreError`.
    package func backUp(to place: URL) throws {
        do {
            try store.backUp(to: place)
        } catch let fault as FileFault {
            throw Failure(
                .cannotCreate,
                fault.number == EEXIST
                    ? "there is a file \(place.path) already, and it stays as it is; give the backup another name"
                    : "the backup \(place.path) cannot be made: \(fault)")
        }
    }
}
