import ArgumentParser
import Testing
import Workflows

@testable import dotchi

@Suite("What lists print")
struct ListHelpTests {
    @Test("every state, remark and mark that a list can print stands in its help")
    func words() {
        let lists: [(help: String, words: [String])] = [
            (PoolListCommand.configuration.discussion, PoolRemarks.State.allCases.map(\.rawValue)),
            (RunsListCommand.configuration.discussion, RunsListCommand.Remark.allCases.map(\.rawValue)),
            (DoctorCommand.configuration.discussion, CheckupFinding.Mark.allCases.map(\.rawValue)),
        ]
        for (help, words) in lists {
            for word in words { #expect(help.contains(word), "“\(word)” is not in:\n\(help)") }
        }
    }

    @Test("the help of doctor says from which free space on study.sqlite is written again")
    func floor() {
        #expect(StudyCheckup.leastFree == 1_000_000 && StudyCheckup.leastFreeShare == 5)
        #expect(DoctorCommand.configuration.discussion.contains("at least 1 MB and 5 % of it are free"))
    }
}
