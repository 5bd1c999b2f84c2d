import Files
import Foundation

/// `position.json`: how far a run is, written as it trains and never synced. After a kill it tells how much training was
/// lost, which is then done again; nothing else reads it, and a run goes on without it.
extension TrainingRun {
    private struct Position: Codable {
        /// Seconds of training so far, over all restarts.
        var seconds: Double
        /// Seconds of training that kills undid before.
        var lostSeconds: Double
    }

    private var positionFile: URL { folder.appending(path: "position.json") }

    /// Writes the file; one that cannot be written costs only the figure.
    func writePosition() {
        let position = Position(seconds: progress.totalSeconds, lostSeconds: progress.lostSeconds)
        // Foundation's atomic writing has another name each time, which a kill leaves behind.
        let new = folder.appending(path: "position.json.new")
        guard (try? JSONEncoder().encode(position).write(to: new)) != nil else { return }
        rename(new.path, positionFile.path)
    }

    /// Counts what was trained after the resume file was written, and so is gone.
    func countLostWork() {
        guard let data = try? RegularFile.bytes(of: positionFile),
            let position = try? JSONDecoder().decode(Position.self, from: data)
        else { return }
        progress.lostSeconds =
            max(progress.lostSeconds, position.lostSeconds) + max(0, position.seconds - progress.totalSeconds)
        writePosition()
    }
}
