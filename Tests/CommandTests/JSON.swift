import Foundation

/// What `dotchi` prints as JSON, as far as the tests read it.
func decoded<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(text.utf8))
}

/// A run of `dotchi runs --json`.
struct RunFacts: Decodable, Equatable {
    var network, kind, device: String
    var size, epochs, images, threads, checkpoints: Int
    var seconds: Double
    var imagesPerSecond, budgetSeconds: Double?
    var current, shipped: Bool
}

/// `dotchi analyze --json`.
struct AnalysisFacts: Decodable, Equatable {
    struct Votes: Decodable, Equatable {
        var total, counted, participants, simulated: Int
    }

    struct Rate: Decodable, Equatable {
        struct Naive: Decodable, Equatable {
            var wilson, clopperPearson: [Double]?
            var exactP: Double?
        }

        struct Clustered: Decodable, Equatable {
            var seCr2, df, p: Double?
            var ci: [Double]?
            var why: String?
        }

        var condition, against: String?
        var method: String
        var wins, losses, ties, participants: Int
        var rate: Double?
        var naive: Naive
        var clustered: Clustered
    }

    var votes: Votes
    var rates: [Rate]

    /// The rate of `method` under `condition`.
    func rate(_ method: String, _ condition: String) -> Rate? {
        rates.first { $0.method == method && $0.condition == condition }
    }
}
