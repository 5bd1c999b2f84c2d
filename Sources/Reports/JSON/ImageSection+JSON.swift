import Analysis
import Preference

extension ImageSection {
    /// The elements of `images`.
    var json: [JSONValue] {
        images.map { image in
            let rate = image.rate
            let wilson = rate.wilson.mapError { rate.votes.ties > 0 ? Missing.onlyTies : Missing($0) }
            return .object(
                [
                    .init("condition", .text(condition)), .init("image", .string(image.name)),
                    .init("method", .string(image.method)), .init("shown", .integer(rate.votes.shown)),
                    .init("wins", .integer(rate.votes.wins)),
                    .init("rate", .optional(try? rate.votes.proportion.rate.get())),
                    .init("wilson", wilson.value.map(JSONValue.interval) ?? .null),
                    .init("p_adjusted", .optional(try? rate.adjustedP.get())),
                ] + wilson.reason)
        }
    }
}
