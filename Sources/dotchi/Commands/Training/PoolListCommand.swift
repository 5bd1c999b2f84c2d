import ArgumentParser
import Foundation
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi pool list`: what is published.
struct PoolListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the pools with their current generations.",
        discussion: """
            The state of a pool is fresh, stale (`dotchi pool refresh` would make other images), imported (by `dotchi pool \
            import`), changed network (one of its networks was changed in study.yaml after it was trained), not in \
            study.yaml (it was, when its images were made), damaged (what study.sqlite has of it, or of the runs of its networks, is \
            not what was recorded; its epochs and hours are not shown then), or for catch trials (ruined copies of another pool's images, \
            which `dotchi survey plan` makes). Why a pool is not fresh stands below.
            """)

    @OptionGroup var options: StudyOptions

    @OptionGroup var language: LanguageOption

    func run() throws {
        var remarks: [String] = []
        let rows = try OpenStudy.list(options) { study in
            let pools = PoolRemarks(study)
            remarks = try pools.all()
            return try study.store.currentGenerations().map { (record: $0, state: try pools.state(of: $0)) }
        }
        guard !rows.isEmpty else {
            Console.say(
                "No pool has images yet; once the networks are trained, `dotchi pool refresh` makes them. `dotchi pool "
                    + "import` brings in those of other generators.")
            return
        }
        try Console.result(table(rows, language.words).terminal)
        for remark in remarks { Console.say("note: \(remark)") }
    }

    private func table(
        _ rows: [(record: GenerationRecord, state: PoolRemarks.State)], _ words: ReportTexts
    ) -> Table {
        Table(
            [
                .init(words.list(.pool), .left) { .text($0.record.generation.pool.name) },
                .init(words.list(.generation)) { .count($0.record.generation.number) },
                .init(words.list(.images)) { .count($0.record.generation.count) },
                .init(words.training(.epochs)) { row in
                    row.state == .damaged || row.record.epochs.isEmpty
                        ? .none : .text(row.record.epochs.map(String.init).joined(separator: ", "))
                },
                .init(words.training(.hours)) { row in
                    row.state == .damaged
                        ? .none : row.record.trainingSeconds.map { .number($0 / 3600, .fixed(4)) } ?? .none
                },
                .init(words.list(.published), .left) { row in
                    row.record.publishedAt == .distantPast
                        ? .none : .text(row.record.publishedAt.formatted(.iso8601))
                },
                .init(words.list(.state), .left) { .text(words.list($0.state.key)) },
            ], rows)
    }
}
