import GRDB
import Parallel
import Study

/// What the seats that sessions took were shown: no seat that nobody took, and no other plan's.
struct AskedTrials {
    /// The trials of each seat by number.
    private(set) var seats: [Place: [Int: AskedTrial]] = [:]
    /// The seal of each seat's trials.
    private(set) var seals: [Place: Seal] = [:]
    /// The settings of each plan's survey that can be read.
    private(set) var surveys: [String: SurveySettings] = [:]
    /// What each plan says of its sessions.
    private(set) var rules: [String: SessionRules] = [:]

    /// A seat of a plan.
    struct Place: Hashable, Sendable {
        let plan: String
        let seat: Int
    }

    /// The trials of the seats of a plan, or of all plans, that sessions took.
    init(ofPlan plan: String?, _ db: Database) throws {
        let filter = SessionFilter(plan: plan)
        let generations = try Self.generations(filter, db)
        let stems = try Self.stems(filter, db)
        // The order of a CROSS JOIN is kept: each seat's trials are looked up, and no others.
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(Trial.columns), leftGenerationId, leftIndex, rightGenerationId, rightIndex,
                    trial.planHash, trial.seat
                FROM (SELECT DISTINCT planHash, seat FROM session \(filter.sql)) AS taken
                    CROSS JOIN trial ON trial.planHash = taken.planHash AND trial.seat = taken.seat
                WHERE NOT \(StudyStore.hasTexts("taken.planHash"))
                """, arguments: filter.arguments)
        func entry(_ generation: Int64, _ index: Int) -> PoolEntry? {
            generations[generation].map { PoolEntry(pool: $0.pool, generation: $0.number, index: index) }
        }
        // The trials of a seat come one after the other.
        var (place, trials): (Place?, [Int: AskedTrial]) = (nil, [:])
        func endSeat() {
            if let place { seats[place] = seats[place]?.merging(trials) { first, _ in first } ?? trials }
            trials = [:]
        }
        while let row = try rows.next() {
            let (left, right): (Int64, Int64) = (row[4], row[6])
            let next = Place(plan: plan ?? row[8], seat: row[9])
            if next != place { endSeat() }
            place = next
            // Sessions with a trial that cannot be read are left out by name: ``StudyStore/unreadableSessions(ofPlan:)``.
            guard let leftEntry = entry(left, row[5]), let rightEntry = entry(right, row[7]),
                let trial = try? Trial(row, left: leftEntry, right: rightEntry)
            else { continue }
            let stem = stems[left]?[trial.left.index]
            let item = stem == stems[right]?[trial.right.index] ? stem : nil
            trials[trial.number] = AskedTrial(trial: trial, item: item)
        }
        endSeat()
        seats.merge(try Self.textTrials(filter, generations, stems, db)) { _, text in text }
        let places = Array(seats.keys)
        let seals = Array(seats.values).mapOnAllCores(Self.seal)
        self.seals = Dictionary(uniqueKeysWithValues: zip(places, seals))
        try readSurveys(of: places, db)
    }

    /// The trials of these seats alone.
    init(ofSeats places: Set<Place>, _ db: Database) throws {
        for place in places { seats[place] = try Self.trials(ofSeat: place.seat, plan: place.plan, db) }
        seals = seats.mapValues(Self.seal)
        try readSurveys(of: Array(places), db)
    }

    private mutating func readSurveys(of places: [Place], _ db: Database) throws {
        for plan in Set(places.map(\.plan)) {
            surveys[plan] = try StudyStore.survey(ofPlan: plan, db)
            rules[plan] = surveys[plan].map(SessionRules.init) ?? .earlier
        }
    }

    /// The pools and numbers of the generations of the plans that sessions answered.
    private static func generations(
        _ filter: SessionFilter, _ db: Database
    ) throws -> [Int64: (pool: PoolKey, number: Int)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT generation.id, pool.method, pool.condition, generation.number
                FROM generation JOIN pool ON pool.id = generation.poolId
                WHERE generation.id IN (
                    SELECT generationId FROM planGeneration
                    WHERE planHash IN (SELECT planHash FROM session \(filter.sql)))
                """, arguments: filter.arguments)
        return Dictionary(
            rows.map { ($0[0], (pool: PoolKey(method: $0[1], condition: $0[2]), number: $0[3])) }
        ) { first, _ in first }
    }

    /// The names of imported files by generation and index.
    private static func stems(_ filter: SessionFilter, _ db: Database) throws -> [Int64: [Int: String]] {
        var stems: [Int64: [Int: String]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT generationId, "index", stem FROM entry
                WHERE stem IS NOT NULL AND generationId IN (
                    SELECT generationId FROM planGeneration
                    WHERE planHash IN (SELECT planHash FROM session \(filter.sql)))
                """, arguments: filter.arguments)
        while let row = try rows.next() { stems[row[0], default: [:]][row[1]] = row[2] }
        return stems
    }
}

/// What a trial showed.
struct AskedTrial: Sendable {
    /// The trial of the plan.
    let trial: Trial
    /// What both images show, where imported files of one name say that it is the same.
    let item: String?
}
