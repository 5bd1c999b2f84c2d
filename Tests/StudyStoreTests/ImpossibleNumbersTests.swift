import Foundation
import GRDB
import Study
import Testing

@testable import StudyStore

@Suite("numbers of a training that none can have had")
struct ImpossibleNumbersTests {
    private func checkpoint(
        epoch: Int = 1, seconds: Double = 2, threads: Int = 1, startedAt: Date? = nil, row: EpochFacts
    ) -> ImportedCheckpoint {
        ImportedCheckpoint(
            settings: Fixture.faces64, machine: TrainingMachine(device: "cpu", threads: threads, engine: "elsewhere"),
            startedAt: startedAt, rows: [row], epoch: epoch, seconds: seconds, file: "runs/x", sha256: Fixture.hash("x")
        )
    }

    @Test("are refused where a checkpoint brings them, and nothing of it is taken")
    func imported() throws {
        try Fixture.withStore { fixture throws -> Void in
            let sound = EpochFacts(number: 1, seconds: 2, images: 100)
            var wrong = [
                checkpoint(epoch: .max, row: sound), checkpoint(seconds: 1e308, row: sound),
                checkpoint(seconds: .nan, row: sound), checkpoint(threads: .max, row: sound),
                checkpoint(startedAt: Date(timeIntervalSince1970: -62_200_000_000), row: sound),
                checkpoint(startedAt: .distantFuture.addingTimeInterval(1e12), row: sound),
            ]
            let changes: [(inout EpochFacts) -> Void] = [
                { $0.images = .max }, { $0.images = 0 }, { $0.seconds = 1e308 }, { $0.seconds = .infinity },
                { $0.redoneSeconds = -1 }, { $0.stageSeconds = [1, .nan] }, { $0.peakMemory = .max },
                { $0.losses = ["generator": .nan] },
            ]
            for change in changes {
                var row = sound
                change(&row)
                wrong.append(checkpoint(row: row))
            }
            for checkpoint in wrong {
                #expect(throws: StudyStoreError.self) { try fixture.store.add([checkpoint]) }
            }
            #expect(try fixture.store.runs() == [])
            #expect(try fixture.store.add([checkpoint(row: sound)]).count == 1)
        }
    }

    @Test("that a store holds from before do not stop the list of runs")
    func stored() throws {
        try Fixture.withStore { fixture in
            let run = try fixture.addRun(Fixture.faces64, epochs: 2, seconds: 3).run
            try fixture.store.write { db in
                try db.execute(sql: "UPDATE epoch SET images = ?, seconds = 1e300", arguments: [Int.max])
            }
            let runs = try fixture.store.runs()
            #expect(runs.map(\.run.id) == [run.id] && runs[0].images > 1 << 50 && runs[0].seconds > 1e299)
        }
    }
}
