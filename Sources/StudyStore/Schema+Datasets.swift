extension Schema {
    /// Which photographs were chosen, in which order, and which could not be read.
    static let datasets = """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE dataset (
            id INTEGER PRIMARY KEY,
            source TEXT NOT NULL CHECK (source <> ''),
            crop INTEGER CHECK (crop >= 1),
            seed INTEGER NOT NULL,
            manifestHash TEXT NOT NULL UNIQUE CHECK (\(isHash("manifestHash"))),
            addedAt TEXT NOT NULL CHECK (\(isTime("addedAt"))),
            turn INTEGER NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE photograph (
            datasetId INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL CHECK (name <> ''),
            sha256 TEXT NOT NULL CHECK (\(isHash("sha256"))),
            holdout INTEGER NOT NULL CHECK (holdout IN (0, 1)),
            PRIMARY KEY (datasetId, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE skippedPhotograph (
            datasetId INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL CHECK (name <> ''),
            reason TEXT NOT NULL CHECK (reason <> ''),
            PRIMARY KEY (datasetId, position)
        ) STRICT, WITHOUT ROWID;
        """
}
