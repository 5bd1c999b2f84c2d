import GRDB
import Study

/// What seats are asked whose texts are kept as they were hashed.
extension AskedTrials {
    /// The trials of the seats that sessions took, by seat; a text that cannot be read asks nothing.
    ///
    /// - Parameters:
    ///   - generations: those that the seats show, by their keys.
    ///   - stems: the names of imported files by generation and index.
    static func textTrials(
        _ filter: SessionFilter, _ generations: [Int64: (pool: PoolKey, number: Int)], _ stems: [Int64: [Int: String]],
        _ db: Database
    ) throws -> [Place: [Int: AskedTrial]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT taken.planHash, taken.seat, text
                FROM (SELECT DISTINCT planHash, seat FROM session \(filter.sql)) AS taken
                    CROSS JOIN seatText ON seatText.planHash = taken.planHash AND seatText.seat = taken.seat
                """, arguments: filter.arguments)
        var seats: [Place: [Int: AskedTrial]] = [:]
        var pools: [String: PlanPools] = [:]
        while let row = try rows.next() {
            let place = Place(plan: row[0], seat: row[1])
            let own = try pools[place.plan] ?? PlanPools(ofPlan: place.plan, generations, db)
            pools[place.plan] = own
            seats[place] = trials(of: row[2], seat: place.seat, own) { stems[$0]?[$1] }
        }
        return seats
    }

    /// What one seat is asked; nil where its plan has no texts.
    static func textTrials(ofSeat seat: Int, plan: String, _ db: Database) throws -> [Int: AskedTrial]? {
        // A store that is being brought up to date may not have any yet.
        guard try db.tableExists("seatText"), try StudyStore.hasTexts(plan: plan, db) else { return nil }
        let text = try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM seatText WHERE planHash = ? AND seat = ?"),
            arguments: [plan, seat])
        guard let text else { return [:] }
        let generations = try StudyStore.generations(ofRowsOfPlan: plan, db).map {
            ($0.id, (pool: $0.generation.pool, number: $0.generation.number))
        }
        let pools = try PlanPools(ofPlan: plan, Dictionary(generations) { first, _ in first }, db)
        let stem = try db.cachedStatement(sql: "SELECT stem FROM entry WHERE generationId = ? AND \"index\" = ?")
        return try trials(of: text, seat: seat, pools) { try String.fetchOne(stem, arguments: [$0, $1]) }
    }

    private static func trials(
        of text: String, seat number: Int, _ pools: PlanPools,
        stem: (_ generation: Int64, _ index: Int) throws -> String?
    ) rethrows -> [Int: AskedTrial] {
        guard let seat = Seat(text: text, entry: pools.entry), seat.number == number else { return [:] }
        func name(of entry: PoolEntry) throws -> String? {
            try pools.key(of: entry).flatMap { try stem($0, entry.index) }
        }
        var trials: [Int: AskedTrial] = [:]
        for trial in seat.trials {
            let (left, right) = (try name(of: trial.left), try name(of: trial.right))
            trials[trial.number] = AskedTrial(trial: trial, item: left == right ? left : nil)
        }
        return trials
    }
}

/// The generations that a plan shows, by their places in it, as rows have them.
private struct PlanPools {
    private var generations: [Int: (key: Int64, pool: PoolKey, number: Int)] = [:]

    /// Those of a plan; what is not among `known` is gone.
    init(ofPlan plan: String, _ known: [Int64: (pool: PoolKey, number: Int)], _ db: Database) throws {
        let rows = try Row.fetchAll(
            db, sql: "SELECT position, generationId FROM planGeneration WHERE planHash = ?", arguments: [plan])
        for row in rows {
            let key: Int64 = row[1]
            generations[row[0]] = known[key].map { (key, $0.pool, $0.number) }
        }
    }

    /// The image at an index of the generation at a place.
    func entry(place: Int, index: Int) -> PoolEntry? {
        generations[place].map { PoolEntry(pool: $0.pool, generation: $0.number, index: index) }
    }

    /// The key of an image's generation.
    func key(of entry: PoolEntry) -> Int64? {
        generations.values.first { $0.number == entry.generation && $0.pool == entry.pool }?.key
    }
}
