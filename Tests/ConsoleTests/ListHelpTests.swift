import ArgumentParser
import Foundation
import Reports
import Study
import TestKit
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

    @Test("their English states and remarks are those that the help names, and what data for programs say")
    func english() throws {
        let file = Project.root.appending(path: "survey-templates/languages/report.en.json")
        let words = try ReportTexts(.english, json: Data(contentsOf: file), name: file.lastPathComponent)
        for state in PoolRemarks.State.allCases { #expect(words.list(state.key) == state.rawValue) }
        for remark in RunsListCommand.Remark.allCases { #expect(words.training(remark.key) == remark.rawValue) }
        #expect(words.power(.alike) == StudyNeeds.unknown)
        let measures: [QualityMeasure.Measure] = [
            .wasserstein(side: 32), .wassersteinMean, .pairSimilarity(pairs: 1000), .signalToNoise, .similarity,
        ]
        for measure in measures { #expect(measure.name(words) == measure.identifier) }
        for reference in [QualityMeasure.Reference.photographs, .bicubic] {
            #expect(reference.name(words) == reference.rawValue)
        }
    }

    @Test("every command that prints a table or facts for people has --language, but for messages")
    func languages() {
        let commands: [any ParsableCommand.Type] = [
            AnalyzeCommand.self, DatasetShowCommand.self, PoolListCommand.self, PoolShowCommand.self,
            PowerCommand.self, ReportCommand.self, RunsCostCommand.self, RunsListCommand.self,
            RunsQualityCommand.self, RunsShowCommand.self, SimulateCommand.self, SurveyListCommand.self,
        ]
        for command in commands {
            let help = command.helpMessage().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(help.contains("--language <language>") && help.contains(": en, ja or ja-kansai"), "\(help)")
            #expect(help.contains("essages are English"), "\(help)")
        }
    }

    @Test("the help of doctor says from which free space on study.sqlite is written again")
    func floor() {
        #expect(StudyCheckup.leastFree == 1_000_000 && StudyCheckup.leastFreeShare == 5)
        #expect(DoctorCommand.configuration.discussion.contains("at least 1 MB and 5 % of it are free"))
    }
}
