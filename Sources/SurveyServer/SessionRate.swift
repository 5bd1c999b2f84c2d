import Synchronization

/// How many sessions begin in each minute, so that nobody fills the store or takes all seats.
final class SessionRate: Sendable {
    private struct Minute {
        var number: Int64 = 0
        var all = 0
        var byAddress: [String: Int] = [:]
    }

    private let minute = Mutex(Minute())
    private let most: Int
    private let mostOfAddress: Int?

    /// Lets so many begin in a minute, in all and from one address.
    init(most: Int, ofAddress mostOfAddress: Int?) {
        self.most = most
        self.mostOfAddress = mostOfAddress
    }

    /// Lets one more begin; after how many seconds to try again where it does not.
    ///
    /// - Parameter seconds: the time, from any beginning that stays.
    func refusal(of address: String, at seconds: Int64) -> Int? {
        minute.withLock { minute in
            if minute.number != seconds / 60 { minute = Minute(number: seconds / 60) }
            let own = minute.byAddress[address, default: 0]
            guard minute.all < most, own < mostOfAddress ?? .max else { return Int(60 - seconds % 60) }
            minute.all += 1
            if mostOfAddress != nil { minute.byAddress[address] = own + 1 }
            return nil
        }
    }
}
