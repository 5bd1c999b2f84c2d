import Foundation
import Study

extension EpochFacts {
    /// The most seconds, epochs, bytes or images that are believed: sums of them do not overflow.
    static let most = 1_000_000_000_000

    /// What in it no training can have done; nil where it may stand. A checkpoint from elsewhere may say anything.
    var fault: String? {
        for seconds in [seconds, redoneSeconds] + stageSeconds where !(0...Double(Self.most)).contains(seconds) {
            return "\(seconds) seconds, expected 0 to \(Self.most)"
        }
        if !(1...1_000_000_000).contains(number) { return "its number is not 1 to 1000000000" }
        if !(1...Self.most).contains(images) { return "\(images.counted("image")), expected 1 to \(Self.most)" }
        if let peakMemory, !(1...1000 * Self.most).contains(peakMemory) {
            return "\(peakMemory) bytes of memory, expected 1 to \(1000 * Self.most)"
        }
        return nil
    }
}

extension ImportedCheckpoint {
    /// When trainings begin, in seconds since 1970: in the years 1900 to 9999.
    private static let starts = -2_208_988_800.0...253_402_300_799

    /// What in it no training can have done; nil where it may stand.
    var fault: String? {
        if !(1...1_000_000_000).contains(epoch) { return "it has \(epoch.counted("epoch")), expected 1 to 1000000000" }
        if !(0...Double(EpochFacts.most)).contains(seconds) {
            return "it took \(seconds) seconds, expected 0 to \(EpochFacts.most)"
        }
        if let startedAt, !Self.starts.contains(startedAt.timeIntervalSince1970) {
            return "it was started in no year from 1900 to 9999"
        }
        if machine.threads > 1_000_000 { return "it took \(machine.threads) threads, expected at most 1000000" }
        return nil
    }
}
