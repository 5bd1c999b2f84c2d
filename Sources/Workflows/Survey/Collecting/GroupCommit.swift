import Dispatch
import Foundation
import StudyStore

/// Writes what many connections hand in at once with few writings to the disk: while one is under way, what comes waits for the
/// next, which takes all of it.
actor GroupCommit {
    private let store: StudyStore
    private let queue = DispatchQueue(label: "dotchi collector")
    private var waiting: [(answers: HandedAnswers, reply: CheckedContinuation<AnswerReceipt, any Error>)] = []
    private var isWriting = false

    /// The most that one transaction takes.
    private static let most = 512

    /// Writes into `store`.
    init(_ store: StudyStore) { self.store = store }

    /// Takes answers; returns when they are on disk.
    ///
    /// - Throws: `StudyStoreError`; then nothing of these answers was taken.
    func accept(_ answers: HandedAnswers) async throws -> AnswerReceipt {
        try await withCheckedThrowingContinuation { reply in
            waiting.append((answers, reply))
            guard !isWriting else { return }
            isWriting = true
            Task { await writeAll() }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let taken = Array(waiting.prefix(Self.most))
            waiting.removeFirst(taken.count)
            let results = await write(taken.map(\.answers))
            for (each, result) in zip(taken, results) { each.reply.resume(with: result) }
        }
        isWriting = false
    }

    /// One transaction; where it fails, each of the answers alone, so that nothing of one keeps the others out.
    private func write(_ answers: [HandedAnswers]) async -> [Result<AnswerReceipt, any Error>] {
        await withCheckedContinuation { done in
            queue.async { [store] in
                do {
                    done.resume(returning: try store.accept(answers).map { .success($0) })
                } catch  where answers.count > 1 {
                    done.resume(returning: answers.map { each in Result { try store.accept([each])[0] } })
                } catch {
                    done.resume(returning: [.failure(error)])
                }
            }
        }
    }
}
