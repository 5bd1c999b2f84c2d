import Crypto
import GRDB
import Study

/// Plans whose head and seats are kept as they were hashed.
extension StudyStore {
    /// The head of a plan with its text; nil of a plan that was frozen before there were heads.
    ///
    /// - Throws: ``StudyStoreError/damagedPlan(_:)`` where it has not the plan's hash, or is gone while its seats are there.
    static func head(ofPlan hash: String, _ db: Database) throws -> (head: PlanHead, text: String)? {
        let statement = try db.cachedStatement(sql: "SELECT text FROM planHead WHERE planHash = ?")
        let damage = StudyStoreError.damagedPlan("plan \(hash.prefix(12))")
        guard let text = try String.fetchOne(statement, arguments: [hash]) else {
            let seats = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM seatText WHERE planHash = ?)")
            if try Bool.fetchOne(seats, arguments: [hash]) == true { throw damage }
            return nil
        }
        let known = heads.value(of: text) { KnownHead(hash: sha256($0), head: PlanHead(text: $0)) }
        guard known.hash == hash else { throw damage }
        guard let head = known.head else {
            throw StudyStoreError.refused("plan \(hash.prefix(12)) cannot be read by this version of dotchi")
        }
        return (head, text)
    }

    private static let heads = DecodedTexts<KnownHead>()
    private static let seats = DecodedTexts<KnownSeat>(most: 1024)

    /// The hash of a seat's text, and the seat; nil where the text is none of the plan's.
    private struct KnownSeat {
        let hash: String
        let seat: Seat?
    }

    /// The hash of a head's text, and what it says; nil where this version cannot read it.
    private struct KnownHead {
        let hash: String
        let head: PlanHead?
    }

    /// A plan that has a head, with the recorded hash.
    ///
    /// - Parameter number: the only seat to read; nil reads all.
    /// - Throws: ``StudyStoreError/damagedPlan(_:)`` where a seat that is read, or the list of all, is not what was frozen.
    static func plan(
        _ hash: String, _ head: (head: PlanHead, text: String), onlySeat number: Int?, _ db: Database
    ) throws -> FrozenPlan {
        let (head, text) = head
        var seats: [Seat] = []
        if let number {
            if number >= 1, number <= head.seats.count {
                seats = [try seat(number, ofPlan: hash, head.pools, db)]
            }
        } else {
            var list = SHA256()
            seats.reserveCapacity(head.seats.count)
            for number in stride(from: 1, through: head.seats.count, by: 1) {
                let seat = try seat(number, ofPlan: hash, head.pools, db) {
                    list.update(data: PlanHead.line(ofSeat: $0))
                }
                seats.append(seat)
            }
            guard hexadecimal(list.finalize()) == head.seats.sha256 else {
                throw StudyStoreError.damagedPlan("plan \(hash.prefix(12))")
            }
        }
        return FrozenPlan(hash: hash, plan: head.plan(seats: seats), hashed: .head(text))
    }

    /// A seat whose text was compared with its hash.
    static func seat(
        _ number: Int, ofPlan hash: String, _ pools: [PoolGeneration], _ db: Database,
        hashed: (String) -> Void = { _ in }
    ) throws -> Seat {
        let statement = try db.cachedStatement(
            sql: "SELECT text, sha256, items FROM seatText WHERE planHash = ? AND seat = ?")
        let damage = StudyStoreError.damagedPlan("seat \(number) of plan \(hash.prefix(12))")
        guard let row = try Row.fetchOne(statement, arguments: [hash, number]) else { throw damage }
        let (text, seatHash, items): (String, String, Int) = (row[0], row[1], row[2])
        // The pools are those of the plan, whose hash the key has.
        let known = seats.value(of: hash + text) { _ in
            KnownSeat(hash: sha256(text), seat: Seat(text: text, pools: pools))
        }
        guard known.hash == seatHash, let seat = known.seat, seat.number == number, seat.items.count == items
        else { throw damage }
        hashed(seatHash)
        return seat
    }

    /// What of a seat, or of its plan, is not what was frozen, as ``StudyStoreError/damagedPlan(_:)`` has it; nil where all of
    /// it is, or where there is no such plan or seat.
    func damage(ofSeat number: Int, plan hash: String, _ db: Database) throws -> String? {
        let isFrozen = try db.cachedStatement(sql: "SELECT 1 FROM plan WHERE hash = ? AND frozenAt IS NOT NULL")
        guard try Bool.fetchOne(isFrozen, arguments: [hash]) == true else { return nil }
        do {
            if let head = try Self.head(ofPlan: hash, db)?.head, number >= 1, number <= head.seats.count {
                _ = try Self.seat(number, ofPlan: hash, head.pools, db)
            }
            try compareSeats(ofPlan: hash, db)
            return nil
        } catch StudyStoreError.damagedPlan(let part) {
            return part
        }
    }

    /// Compares the hashes of all seats with the one over them in the plan's head, once for each plan: a seat whose text was
    /// replaced together with its hash is whole by itself. Where hashes alone were changed, the texts are compared. The rows
    /// beside the head are compared with it. Of a plan of before there were heads the whole is compared with its hash.
    ///
    /// - Throws: ``StudyStoreError/damagedPlan(_:)``.
    func compareSeats(ofPlan hash: String, _ db: Database) throws {
        try comparedPlans.once(hash) {
            let isWhole: Bool
            if let head = try Self.head(ofPlan: hash, db)?.head {
                try Self.compareRows(ofPlan: hash, with: head, db)
                isWhole =
                    try Self.list(ofPlan: hash, head.seats, "sha256", db) { $0 } == head.seats.sha256
                    || Self.list(ofPlan: hash, head.seats, "text", db) { Self.sha256($0) } == head.seats.sha256
            } else {
                isWhole = try Self.hash(ofRowsOfPlan: hash, db) == hash
            }
            guard isWhole else { throw StudyStoreError.damagedPlan("plan \(hash.prefix(12))") }
        }
    }

    /// The hash over all `seats`, by the hash that `seatHash` gives for what each has in `column`. A seat that another program
    /// put beside them is none of the plan's: nobody is asked by it.
    private static func list(
        ofPlan hash: String, _ seats: PlanHead.Seats, _ column: String, _ db: Database, _ seatHash: (String) -> String
    ) throws -> String {
        let values = try String.fetchCursor(
            db, sql: "SELECT \(column) FROM seatText WHERE planHash = ? AND seat <= ? ORDER BY seat",
            arguments: [hash, seats.count])
        var list = SHA256()
        while let value = try values.next() { list.update(data: PlanHead.line(ofSeat: seatHash(value))) }
        return hexadecimal(list.finalize())
    }

    /// What of a frozen plan is not what was frozen: `plan HASH`, `seat N of plan HASH`; nil of a plan that was frozen before
    /// there were heads, whose hash is that of the whole.
    package func damagedParts(ofPlan hash: String) throws -> [String]? {
        try read { db in
            let whole = "plan \(hash.prefix(12))"
            let head: PlanHead
            do {
                guard let found = try Self.head(ofPlan: hash, db) else { return nil }
                head = found.head
            } catch StudyStoreError.damagedPlan(let part) {
                return [part]
            }
            var parts: [String] = []
            var list = SHA256()
            for number in stride(from: 1, through: head.seats.count, by: 1) {
                do {
                    _ = try Self.seat(number, ofPlan: hash, head.pools, db) {
                        list.update(data: PlanHead.line(ofSeat: $0))
                    }
                } catch StudyStoreError.damagedPlan(let part) {
                    parts.append(part)
                }
            }
            let isWhole = parts.isEmpty ? hexadecimal(list.finalize()) == head.seats.sha256 : true
            return try (isWhole ? [] : [whole]) + Self.differingRows(ofPlan: hash, from: head, exactly: true, db)
                + parts
        }
    }

    /// Compares the rows that stand beside a head with it: answers are taken by them, and other tables refer to them. A seat
    /// that another program put beside them is asked by nobody, and no damage here.
    ///
    /// - Throws: ``StudyStoreError/damagedPlan(_:)``.
    static func compareRows(ofPlan hash: String, with head: PlanHead, _ db: Database) throws {
        if let part = try differingRows(ofPlan: hash, from: head, exactly: false, db).first {
            throw StudyStoreError.damagedPlan(part)
        }
    }

    /// The tables whose rows of a plan do not say what its head does, each as `plan HASH (table NAME)`.
    ///
    /// - Parameter exactly: whether seats beside those of the head count too.
    private static func differingRows(
        ofPlan hash: String, from head: PlanHead, exactly: Bool, _ db: Database
    ) throws -> [String] {
        let row = try Row.fetchOne(db, sql: "SELECT study, seed, survey FROM plan WHERE hash = ?", arguments: [hash])
        let survey: SurveySettings? = try? row.map { try Stored.value(of: $0["survey"], what: "") }
        let numbers = try Int.fetchAll(
            db, sql: "SELECT number FROM seat WHERE planHash = ? AND (? OR number <= ?) ORDER BY number",
            arguments: [hash, exactly, head.seats.count])
        let isEqual = [
            "plan": row.map { $0["study"] == head.study && Stored.seed($0["seed"]) == head.seed } == true
                && survey == head.survey,
            "planGeneration": try generations(ofRowsOfPlan: hash, db).map(\.generation) == head.pools,
            "seat": numbers.elementsEqual(stride(from: 1, through: head.seats.count, by: 1)),
        ]
        return isEqual.filter { !$0.value }.keys.sorted().map { "plan \(hash.prefix(12)) (table \($0))" }
    }

    /// The SHA-256 of a text in lower-case hexadecimal.
    static func sha256(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            return hexadecimal(hash.finalize())
        }
    }
}

extension Seat {
    /// Reads a seat that shows images of these pools.
    init?(text: String, pools: [PoolGeneration]) {
        self.init(text: text) { place, index in
            guard pools.indices.contains(place), (0..<pools[place].count).contains(index) else { return nil }
            return PoolEntry(pool: pools[place].pool, generation: pools[place].number, index: index)
        }
    }

    /// Reads a seat; see ``Seat/init(text:entry:)``.
    init?(text: String, entry: (_ pool: Int, _ index: Int) -> PoolEntry?) {
        var text = text
        let seat = text.withUTF8 { Seat(text: $0, entry: entry) }
        guard let seat else { return nil }
        self = seat
    }
}
