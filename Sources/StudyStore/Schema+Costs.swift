extension Schema {
    /// What an epoch cost beside its seconds: memory, and the seconds of every stage.
    static let costs = """
        ALTER TABLE epoch ADD COLUMN peakMemory INTEGER CHECK (peakMemory > 0);

        CREATE TABLE stageTime (
            runId INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            stage INTEGER NOT NULL CHECK (stage >= 1),
            seconds REAL NOT NULL CHECK (seconds >= 0 AND \(isFinite("seconds"))),
            PRIMARY KEY (runId, epoch, stage),
            FOREIGN KEY (runId, epoch) REFERENCES epoch (runId, number) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        """
}
