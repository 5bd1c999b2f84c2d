import Crypto
import Foundation
package import Study

extension FrozenPlan {
    /// Names `plan`: its hash is the SHA-256 of its head, which holds a hash over those of the seats.
    ///
    /// Hashes every seat at each call.
    package init(_ plan: SurveyPlan) {
        var text = SeatText(pools: plan.generations)
        var list = SHA256()
        for seat in plan.seats {
            let seatHash = hexadecimal(SHA256.hash(data: text.bytes(of: seat)))
            list.update(data: PlanHead.line(ofSeat: seatHash))
        }
        let head = PlanHead(of: plan, seatsSHA256: hexadecimal(list.finalize())).text
        self.init(hash: hexadecimal(SHA256.hash(data: Array(head.utf8))), plan: plan, hashed: .head(head))
    }

    /// Whether what was read has the recorded hash.
    ///
    /// Of a plan with a head this looks at the head alone; its seats are compared as they are read.
    package var hasItsHash: Bool {
        var computed = SHA256()
        eachHashedPart { computed.update(data: $0) }
        return hexadecimal(computed.finalize()) == hash
    }

    /// Calls `body` with the bytes that the hash was taken of, part by part.
    func eachHashedPart(_ body: (Data) -> Void) {
        switch hashed {
        case .head(let text): body(Data(text.utf8))
        case .whole(let survey): eachPart(ofWhole: survey, body)
        }
    }

    /// The whole plan as one text, as plans were hashed before there were heads.
    private func eachPart(ofWhole survey: String, _ body: (Data) -> Void) {
        var text = WholePlanText()
        body(Data(text.beginning(plan.generations)))
        for (place, seat) in plan.seats.enumerated() { body(Data(text.bytes(of: seat, isFirst: place == 0))) }
        body(Data(text.end(seed: plan.seed, study: plan.study, survey: survey)))
    }
}
