import Study
import StudyStore

extension OpenStudy {
    /// The generations that a plan compares. Of one that is not what was published epochs and training time are left out,
    /// which is said.
    func comparedGenerations(ofPlan hash: String) throws -> [GenerationRecord] {
        try store.generations(ofPlan: hash).map { record in
            do {
                try store.compare(record.generation)
                guard let fault = record.fault else { return record }
                reporter.note("\(fault). What cannot be read of it is left out.")
                return record
            } catch StudyStoreError.notFound(let what) {
                // It was just read, so that its names are not those by which it can be asked for.
                reporter.note(
                    "\(what), by these names: what study.sqlite has of it is damaged. Its epochs, training time and images "
                        + "are left out; `dotchi doctor` says what to do.")
                var record = record
                (record.epochs, record.trainingSeconds) = ([], nil)
                return record
            } catch StudyStoreError.damagedGeneration(_, let name, let why) {
                reporter.note(
                    "\(name) is damaged: \(why). Its epochs, training time and images are left out; `dotchi doctor` "
                        + "says what to do.")
                var record = record
                (record.epochs, record.trainingSeconds) = ([], nil)
                return record
            }
        }
    }
}
