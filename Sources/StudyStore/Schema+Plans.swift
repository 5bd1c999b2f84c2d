extension Schema {
    /// What every seat is asked; frozen as soon as it is whole.
    static let plans = """
        CREATE TABLE plan (
            hash TEXT PRIMARY KEY NOT NULL CHECK (\(isHash("hash"))),
            study TEXT NOT NULL CHECK (study <> ''),
            seed INTEGER NOT NULL,
            survey TEXT NOT NULL CHECK (json_valid(survey)),
            frozenAt TEXT CHECK (frozenAt IS NULL OR \(isTime("frozenAt"))),
            turn INTEGER NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE planGeneration (
            planHash TEXT NOT NULL REFERENCES plan (hash),
            position INTEGER NOT NULL CHECK (position >= 0),
            generationId INTEGER NOT NULL REFERENCES generation (id),
            PRIMARY KEY (planHash, position),
            UNIQUE (planHash, generationId)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE seat (
            planHash TEXT NOT NULL REFERENCES plan (hash),
            number INTEGER NOT NULL CHECK (number >= 1),
            PRIMARY KEY (planHash, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE trial (
            planHash TEXT NOT NULL,
            seat INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            kind TEXT NOT NULL CHECK (kind IN ('main', 'catch', 'repeat')),
            condition TEXT NOT NULL CHECK (condition <> ''),
            leftGenerationId INTEGER NOT NULL,
            leftIndex INTEGER NOT NULL,
            rightGenerationId INTEGER NOT NULL,
            rightIndex INTEGER NOT NULL,
            repeatOf INTEGER,
            PRIMARY KEY (planHash, seat, number),
            FOREIGN KEY (planHash, seat) REFERENCES seat (planHash, number),
            FOREIGN KEY (planHash, leftGenerationId) REFERENCES planGeneration (planHash, generationId),
            FOREIGN KEY (planHash, rightGenerationId) REFERENCES planGeneration (planHash, generationId),
            FOREIGN KEY (leftGenerationId, leftIndex) REFERENCES entry (generationId, "index"),
            FOREIGN KEY (rightGenerationId, rightIndex) REFERENCES entry (generationId, "index"),
            FOREIGN KEY (planHash, seat, repeatOf) REFERENCES trial (planHash, seat, number)
                DEFERRABLE INITIALLY DEFERRED,
            CHECK ((kind = 'repeat') = (repeatOf IS NOT NULL)),
            CHECK (leftGenerationId <> rightGenerationId OR leftIndex <> rightIndex)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER planGenerationPublished BEFORE INSERT ON planGeneration
        WHEN (SELECT publishedAt FROM generation WHERE id = NEW.generationId) IS NULL BEGIN
            SELECT RAISE(ABORT, 'a plan shows published generations only');
        END;

        CREATE TRIGGER planUpdate BEFORE UPDATE OF hash, study, seed, survey, frozenAt ON plan
        WHEN OLD.frozenAt IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'a frozen plan never changes');
        END;

        CREATE TRIGGER planDelete BEFORE DELETE ON plan WHEN OLD.frozenAt IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'a frozen plan never changes');
        END;
        \(["planGeneration", "seat", "trial"].map(frozen).joined())
        """

    /// The triggers by which the rows of `table` belong to a frozen plan for good.
    static func frozen(_ table: String) -> String {
        [("Insert", "NEW"), ("Update", "OLD"), ("Delete", "OLD")].map { change, row in
            """

            CREATE TRIGGER \(table)\(change) BEFORE \(change.uppercased()) ON \(table)
            WHEN (SELECT frozenAt FROM plan WHERE hash = \(row).planHash) IS NOT NULL BEGIN
                SELECT RAISE(ABORT, 'a frozen plan never changes');
            END;

            """
        }.joined()
    }
}
