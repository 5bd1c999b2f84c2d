extension Schema {
    /// What is asked of the answers to a plan, as often as it was frozen.
    static let analysisPlans = """
        CREATE TABLE analysisPlan (
            planHash TEXT NOT NULL REFERENCES plan (hash),
            number INTEGER NOT NULL CHECK (number >= 1),
            hash TEXT NOT NULL CHECK (\(isHash("hash"))),
            settings TEXT NOT NULL CHECK (json_valid(settings)),
            votes INTEGER NOT NULL CHECK (votes >= 0),
            frozenAt TEXT NOT NULL CHECK (\(isTime("frozenAt"))),
            PRIMARY KEY (planHash, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER analysisPlanInsert BEFORE INSERT ON analysisPlan
        WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NULL
            OR NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM analysisPlan WHERE planHash = NEW.planHash)
        BEGIN
            SELECT RAISE(ABORT, 'analysis plans are added to a frozen plan, one after the other');
        END;

        CREATE TRIGGER analysisPlanUpdate BEFORE UPDATE ON analysisPlan BEGIN
            SELECT RAISE(ABORT, 'a frozen analysis plan never changes');
        END;

        CREATE TRIGGER analysisPlanDelete BEFORE DELETE ON analysisPlan BEGIN
            SELECT RAISE(ABORT, 'a frozen analysis plan never changes');
        END;
        """
}
