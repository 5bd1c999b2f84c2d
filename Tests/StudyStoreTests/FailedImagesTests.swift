import Answers
import Study
import StudyStore
import Testing

/// Images that could not be shown are counted by the method that made them.
struct FailedImagesTests {
    @Test("an image that failed counts for its method, both where no side is named, and once however often it is said")
    func counts() throws {
        try Fixture.withPlan { fixture in
            let plan = Fixture.plan()
            let trials = try #require(plan.seat(1)).trials
            #expect(try fixture.store.failedImages(ofPlan: Fixture.header().planHash) == [])
            func failed(_ number: Int, _ trial: Int, _ side: Choice?) -> AnswerEvent {
                AnswerEvent(
                    id: Fixture.uuid(number), milliseconds: number, kind: .imageFailed, trial: trial, choice: side)
            }
            let events = [failed(1, 1, .left), failed(2, 2, .right), failed(3, 2, .right), failed(4, 3, nil)]
            let receipt = try fixture.store.accept(Fixture.header(), events)
            #expect(receipt.added == 4)
            var expected: [String: Int] = [:]
            for entry in [trials[0].left, trials[1].right, trials[2].left, trials[2].right] {
                expected["\(entry.pool.condition) \(entry.pool.method)", default: 0] += 1
            }
            let found = try fixture.store.failedImages(ofPlan: Fixture.header().planHash)
            #expect(
                Dictionary(uniqueKeysWithValues: found.map { ("\($0.condition) \($0.method)", $0.images) }) == expected)
            #expect(try fixture.store.failedImages(ofPlan: Fixture.hash("another")) == [])
        }
    }

    @Test("an image that failed after the end of its session counts for no method, in either order of arrival")
    func afterTheEnd() throws {
        let late = AnswerEvent(
            id: Fixture.uuid(1, series: 3), milliseconds: 900_000, kind: .imageFailed, trial: 2, choice: .left)
        for parts in [[Fixture.events(), [late]], [[late], Fixture.events()]] {
            try Fixture.withPlan { fixture in
                for part in parts { _ = try fixture.store.accept(Fixture.header(), part) }
                #expect(try fixture.store.failedImages(ofPlan: Fixture.planHash) == [])
                // One from before the end counts beside it.
                var early = late
                early.id = Fixture.uuid(2, series: 3)
                early.milliseconds = 1_500
                _ = try fixture.store.accept(Fixture.header(), [early])
                #expect(try fixture.store.failedImages(ofPlan: Fixture.planHash).map(\.images) == [1])
            }
        }
    }
}
