extension Schema {
    /// What was trained, how long it took, and what was kept.
    static let runs = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            network TEXT NOT NULL CHECK (network <> ''),
            number INTEGER NOT NULL CHECK (number >= 1),
            kind TEXT NOT NULL CHECK (kind IN ('dcgan', 'multistage', 'srcnn')),
            settings TEXT NOT NULL CHECK (json_valid(settings)),
            datasetId INTEGER REFERENCES dataset (id),
            seed INTEGER NOT NULL,
            device TEXT NOT NULL CHECK (device <> ''),
            threads INTEGER NOT NULL CHECK (threads >= 1),
            engine TEXT NOT NULL CHECK (engine <> ''),
            startedAt TEXT NOT NULL CHECK (\(isTime("startedAt"))),
            budgetSeconds REAL CHECK (budgetSeconds > 0 AND \(isFinite("budgetSeconds"))),
            shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
            UNIQUE (network, number),
            CHECK (shipped OR datasetId IS NOT NULL)
        ) STRICT;

        CREATE TABLE epoch (
            runId INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 1),
            seconds REAL NOT NULL CHECK (seconds >= 0 AND \(isFinite("seconds"))),
            images INTEGER NOT NULL CHECK (images >= 1),
            redoneSeconds REAL NOT NULL DEFAULT 0 CHECK (redoneSeconds >= 0 AND \(isFinite("redoneSeconds"))),
            PRIMARY KEY (runId, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE loss (
            runId INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            name TEXT NOT NULL CHECK (name <> ''),
            value REAL NOT NULL CHECK (\(isFinite("value"))),
            PRIMARY KEY (runId, epoch, name),
            FOREIGN KEY (runId, epoch) REFERENCES epoch (runId, number) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE checkpoint (
            id INTEGER PRIMARY KEY,
            runId INTEGER NOT NULL REFERENCES run (id),
            epoch INTEGER NOT NULL CHECK (epoch >= 1),
            seconds REAL NOT NULL CHECK (seconds >= 0 AND \(isFinite("seconds"))),
            file TEXT NOT NULL CHECK (file <> ''),
            sha256 TEXT NOT NULL CHECK (\(isHash("sha256"))),
            madeAt TEXT NOT NULL CHECK (\(isTime("madeAt"))),
            UNIQUE (runId, epoch, sha256)
        ) STRICT;

        CREATE TRIGGER checkpointUpdate BEFORE UPDATE ON checkpoint BEGIN
            SELECT RAISE(ABORT, 'a checkpoint never changes');
        END;
        """
}
