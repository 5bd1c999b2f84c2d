import Files
import Foundation

/// Whether a log lost changes that were whole: then it is damaged, and reading it up to the damage, as SQLite does, would
/// give earlier figures without a word.
///
/// A frame whose checksum fails is no proof of that. A change that a kill, a power failure or a rollback ended leaves
/// frames of this turn of the log behind its last whole change, in any order, and later changes overwrite the first of
/// them. But none of those belongs to a change that was kept, and what was kept shows itself in two ways:
///
/// - A frame that ends a change is followed by one that was chained to it: changes are written after the one before is on
///   the disk.
/// - The frame at which the log ends is the right one but for one bit, and its change was ended.
///
/// A log that is cut at the end of any frame is what a crash leaves; nobody can tell those apart.
extension StoreLog {
    /// What is damaged in the log of the store at `file`; nil where nothing can be told to be.
    static func damage(of file: URL) -> String? {
        guard let log = try? RegularFile.open(URL(filePath: file.path + "-wal")) else { return nil }
        var header = [UInt8](repeating: 0, count: headerLength)
        guard pread(log.fileDescriptor, &header, header.count, 0) == header.count else { return nil }
        if let chain = Chain(after: header) {
            return damage(log.fileDescriptor, chain)
        }
        // SQLite takes a log with such a header for an empty one.
        let isRightButForOneBit = (0..<header.count * 8).contains { bit in
            var other = header
            other[bit / 8] ^= 1 << (bit % 8)
            return Chain(after: other).map { holdsChange(log.fileDescriptor, $0) } ?? false
        }
        return isRightButForOneBit ? "its header is not what was written" : nil
    }

    private static func holdsChange(_ descriptor: Int32, _ chain: Chain) -> Bool {
        var (chain, number) = (chain, 0)
        while let frame = Frame(number, descriptor, chain), chain.accepts(frame) {
            if frame.endsChange { return true }
            number += 1
        }
        return false
    }

    private static func damage(_ descriptor: Int32, _ start: Chain) -> String? {
        var (chain, number) = (start, 0)
        var end = Frame(number, descriptor, chain)
        while let frame = end, chain.accepts(frame) {
            number += 1
            end = Frame(number, descriptor, chain)
        }
        guard let end else { return nil }
        let what = "its frame \(number + 1) is not what was written, and changes that were kept are behind it"
        if chain.repaired(after: end).contains(where: { isKept(end, number, descriptor, $0) }) { return what }
        if chain.mayEndChange(end) { return what }
        // What follows a frame that ended a change, and is chained to it.
        var last: Frame? = end
        var place = number + 1
        while let frame = Frame(place, descriptor, chain) {
            if let before = last, before.endsChange, chain.has(before), chain.following(before).fits(frame) {
                return what
            }
            last = frame
            place += 1
        }
        return nil
    }

    /// Whether the change of a frame was ended, by itself or by one that goes on with `chain` behind it.
    private static func isKept(_ frame: Frame, _ number: Int, _ descriptor: Int32, _ chain: Chain) -> Bool {
        if frame.endsChange { return true }
        var (chain, number) = (chain, number + 1)
        while let frame = Frame(number, descriptor, chain), chain.accepts(frame) {
            if frame.endsChange { return true }
            number += 1
        }
        return false
    }
}

/// A frame of a log: a page, and to which change it belongs.
private struct Frame {
    let bytes: [UInt8]

    /// The frame of this number, from 0; nil behind the end of the file.
    init?(_ number: Int, _ descriptor: Int32, _ chain: Chain) {
        var bytes = [UInt8](repeating: 0, count: StoreLog.frameLength + chain.pageSize)
        let place = StoreLog.headerLength + number * bytes.count
        guard pread(descriptor, &bytes, bytes.count, off_t(place)) == bytes.count else { return nil }
        self.bytes = bytes
    }

    /// Whether it is the last of its change.
    var endsChange: Bool { bytes.word(at: 4) > 0 }

    /// The sums that it says it has.
    var sums: (UInt32, UInt32) { (bytes.word(at: 16), bytes.word(at: 20)) }
}

/// The checksum up to a frame, from which that of the next one goes on.
private struct Chain {
    let pageSize: Int
    private let salts: ArraySlice<UInt8>
    private var sum: StoreLog.Checksum

    /// The beginning of the log with this header; nil where that is none.
    init?(after header: [UInt8]) {
        guard let (pageSize, sum) = StoreLog.read(header) else { return nil }
        (self.pageSize, self.sum) = (pageSize, sum)
        salts = header[16..<24]
    }

    /// Goes on behind `frame` where it is the next one.
    mutating func accepts(_ frame: Frame) -> Bool {
        let next = sums(with: frame)
        guard has(frame), frame.bytes.word(at: 0) > 0, (next.one, next.two) == frame.sums else { return false }
        sum = next
        return true
    }

    /// Whether `frame` would be accepted.
    func fits(_ frame: Frame) -> Bool {
        var other = self
        return other.accepts(frame)
    }

    /// Whether a frame is of this turn of the log.
    func has(_ frame: Frame) -> Bool { frame.bytes[8..<16].elementsEqual(salts) }

    /// The chain behind a frame, as that frame says.
    func following(_ frame: Frame) -> Chain {
        var chain = self
        (chain.sum.one, chain.sum.two) = frame.sums
        return chain
    }

    /// How it goes on behind a frame that would be the next one but for one bit, or for its salts alone; none where it
    /// would not.
    func repaired(after frame: Frame) -> [Chain] {
        var computed = self
        computed.sum = sums(with: frame)
        let (one, two) = (computed.sum.one ^ frame.sums.0, computed.sum.two ^ frame.sums.1)
        if !has(frame) { return one == 0 && two == 0 ? [computed] : [] }
        if one == 0, two == 0 { return [computed] }
        // A bit of the sums that it says it has, or one of what they are of.
        return (one.nonzeroBitCount + two.nonzeroBitCount == 1 ? [computed] : [])
            + (flipped(frame) == nil ? [] : [following(frame)])
    }

    /// Whether the bit that flipped may be one of those that say whether a frame ends its change.
    func mayEndChange(_ frame: Frame) -> Bool { has(frame) && flipped(frame) == 1 }

    /// The 32-bit word of the checked bytes in which one bit would make the sums right; nil where there is none.
    ///
    /// The sums are linear: one + first word + two, then two + second word + that. So what a bit adds to a word comes out
    /// of the pairs behind it multiplied by Fibonacci numbers, however long the frame is.
    private func flipped(_ frame: Frame) -> Int? {
        let next = sums(with: frame)
        let missing = (frame.sums.0 &- next.one, frame.sums.1 &- next.two)
        // What 1 in the first and in the second word of the pair looked at adds to the sums in the end.
        var (first, second): ((UInt32, UInt32), (UInt32, UInt32)) = ((1, 1), (0, 1))
        func past(_ sums: (UInt32, UInt32)) -> (UInt32, UInt32) {
            (sums.0 &+ sums.1, sums.0 &+ sums.1 &+ sums.1)
        }
        for pair in stride(from: (8 + pageSize) / 8 - 1, through: 0, by: -1) {
            for (word, added) in [(2 * pair, first), (2 * pair + 1, second)] {
                for bit in 0..<32 {
                    let change = (added.0 << UInt32(bit), added.1 << UInt32(bit))
                    if change == missing || (0 &- change.0, 0 &- change.1) == missing { return word }
                }
            }
            (first, second) = (past(first), past(second))
        }
        return nil
    }

    private func sums(with frame: Frame) -> StoreLog.Checksum {
        var sum = sum
        sum.add(frame.bytes, upTo: 8)
        sum.add(frame.bytes, from: StoreLog.frameLength, upTo: frame.bytes.count)
        return sum
    }
}
