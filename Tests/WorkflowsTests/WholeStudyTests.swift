import Analysis
import Answers
import Foundation
import Study
import StudyFiles
import StudyStore
import SurveyTerminal
import TestKit
import Testing
import Workflows

@Suite("A whole study through Workflows", .endsHangs)
struct WholeStudyTests {
    @Test("goes from the template to the report in this process, and says what happens to its reporter alone")
    func whole() async throws {
        try await withTemporaryFolder { place in
            let reporter = RecordingReporter()
            let folder = place.appending(path: "demo")
            let new = try NewStudy(in: folder, template: "demo", reporter: reporter)
            #expect(new.isTrained && new.file == folder.appending(path: "study.yaml"))
            let study = try OpenStudy(StudyFolder.at(folder), reporter: reporter)
            #expect(try study.store.runs().count == 3)

            let settings = PoolSettings(images: 10, seed: 3)
            let refresh = PoolRefresh(study, on: .cpu)
            let pools = try await refresh.run(method: nil, condition: nil, settings: settings, waiting: false)
            #expect(pools.made.map(\.count) == [10, 10, 10, 10] && pools.fresh == [])
            #expect(reporter.titles == pools.made.map(\.pool.name))
            let again = try await refresh.run(method: nil, condition: nil, settings: settings, waiting: false)
            #expect(again.made == [] && again.fresh == pools.made.map(\.pool))

            let plan = try Planning(study).run(seats: 4, seed: 5)
            #expect(plan.plan.seats.count == 4)
            #expect(try study.planOutline().hash == plan.hash)

            for (person, choice) in [("ada", "B"), ("bo", "B"), ("cy", "A")] {
                let opened = try OpenedSession(study, participant: person, seat: nil, language: .english)
                let ending = try SessionPlayer.play(opened.inTerminal(command: { _ in "again" })) { trial in
                    trial.left.pool.method == choice ? .left : .right
                }
                #expect(ending == .finished)
            }
            #expect(Set(try study.store.headers(ofPlan: plan.hash).map(\.seat)) == [1, 2, 3])

            // The answers of this study merge into another with the same plan.
            let answers = folder.appending(path: "answers")
            #expect(try AnswerFiles(study).write(to: answers) == 3)
            let known = try AnswerImport.run([answers.path], into: study, trustsArrivals: true)
            #expect(known.files == 3 && known.answers.added == 0 && known.answers.refusals == 0)
            var erased: ErasedAnswers?
            try PersonErasure.run(of: "cy", all: false, in: study) { erased = $0 }
            #expect(erased?.sessions == 1)
            let refused = try AnswerImport.run([answers.path], into: study)
            #expect(refused.answers.refusals == 1 && refused.answers.added == 0)
            #expect(reporter.lines.contains { $0.hasPrefix("refused: ") })

            let reading = try OpenStudy(study.folder, reporter: reporter, readOnly: true)
            let source = try VoteSource(reading, withoutSimulated: false, people: .pseudonyms)
            let summary = try source.summary(resamples: 100)
            #expect(summary.votes.participants == 2)
            #expect(summary.rates.allSatisfy { (try? $0.rate.get()) == ($0.method == "B" ? 1 : 0) })
            var files: [String] = []
            try ReportOrder().write(of: reading, to: nil, reporter: reporter) { files.append($0.lastPathComponent) }
            #expect(files.contains("report.html") && files.contains("table-equal-time.csv"))
            #expect(
                try Set(FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "report").path))
                    == Set(files + [".dotchi-report"]))

            let findings = StudyCheckup(study.folder, cleaning: false, reporter: reporter).findings()
            #expect(findings.allSatisfy { $0.fault == nil }, "\(findings.map(\.text))")
            #expect(reporter.lines.allSatisfy { !$0.hasPrefix("dotchi: ") })
        }
    }

    @Test("work that is asked to stop ends between two steps, and leaves the study as it was")
    func stopping() async throws {
        try await withTemporaryFolder { place in
            let folder = place.appending(path: "demo")
            _ = try NewStudy(in: folder, template: "demo", reporter: RecordingReporter())
            let reporter = RecordingReporter(stoppingAfter: 1)
            let study = try OpenStudy(StudyFolder.at(folder), reporter: reporter)
            let error = await #expect(throws: Failure.self) {
                // Two blocks, of which the first is made.
                try await PoolRefresh(study, on: .cpu).run(
                    method: "B", condition: "equal-time", settings: PoolSettings(images: 65, seed: 3), waiting: false)
            }
            #expect(error?.kind == .interrupted)
            #expect(error?.description == "stopped; nothing of this refresh was published.")
            #expect(reporter.steps == 1)
            #expect(try study.store.currentGenerations() == [])
            #expect(try study.store.unpublishedGenerations().isEmpty)
        }
    }

    @Test("a fault comes as its kind, with no exit code")
    func faults() throws {
        try withTemporaryFolder { place in
            let reporter = RecordingReporter()
            let error = #expect(throws: Failure.self) {
                try NewStudy(in: place.appending(path: "a"), template: "none", reporter: reporter)
            }
            #expect(error?.kind == .usage)
            _ = try NewStudy(in: place.appending(path: "b"), template: "paper", reporter: reporter)
            let study = try OpenStudy(StudyFolder.at(place.appending(path: "b")), reporter: reporter)
            #expect(throws: Failure.self) { try study.planOutline() }
            do {
                try Planning(study).run()
            } catch {
                #expect(Failure.Kind(of: error) == .noInput)
            }
            #expect(reporter.lines == [])
        }
    }
}
