import Files
import Foundation
import GRDB
import Testing

@testable import StudyStore

@Suite("what the system does not do for study.sqlite")
struct StoreFaultTests {
    private func said(_ code: ResultCode, _ number: Int32?) -> StudyStoreError {
        StudyStoreError(
            DatabaseError(resultCode: code, message: "disk I/O error"), path: "study.sqlite",
            fault: number.map { FileFault(number: $0) })
    }

    @Test(
        "a full disk is called so, whatever SQLite was doing",
        arguments: [
            ResultCode.SQLITE_FULL, .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE,
            .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_CANTOPEN,
        ])
    func full(code: ResultCode) {
        for number in [ENOSPC, EDQUOT] { #expect(said(code, number) == .diskFull(path: "study.sqlite")) }
        #expect(said(code, ENOSPC).description.hasPrefix("no space left on device: nothing of the last change to"))
    }

    @Test("other faults of the disk are told with the system's reason and with what to do")
    func faults() {
        let read = said(.SQLITE_IOERR_READ, EIO).description
        #expect(
            read.contains("the device it lies on reports a fault") && read.contains("Copy what can be read"), "\(read)")
        let short = said(.SQLITE_IOERR_SHORT_READ, nil)
        #expect(short == .damaged(path: "study.sqlite", why: "it ended while it was read"))
        let lock = said(.SQLITE_IOERR_LOCK, ENOLCK).description
        #expect(lock.contains("keeps no locks") && lock.contains("local disk"), "\(lock)")
        let write = said(.SQLITE_IOERR_WRITE, EFBIG).description
        #expect(
            write.contains("nothing of the last change was kept") && write.contains("larger than a file may be"),
            "\(write)")
        #expect(said(.SQLITE_IOERR_WRITE, nil).description.contains("disk I/O error"))
    }
}
