extension Schema {
    /// Who sat down, and what happened.
    static let answers = """
        CREATE TABLE session (
            id TEXT PRIMARY KEY NOT NULL CHECK (\(isUUID("id"))),
            planHash TEXT NOT NULL,
            seat INTEGER NOT NULL,
            participant TEXT CHECK (participant <> ''),
            source TEXT NOT NULL CHECK (source <> ''),
            language TEXT NOT NULL CHECK (language <> ''),
            startedAt TEXT NOT NULL CHECK (\(isTime("startedAt"))),
            front TEXT NOT NULL CHECK (front <> ''),
            userAgentClass TEXT,
            screen TEXT,
            importedFrom TEXT,
            simulated INTEGER NOT NULL GENERATED ALWAYS AS (source = 'simulated') STORED,
            FOREIGN KEY (planHash, seat) REFERENCES seat (planHash, number)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX sessionOnSeat ON session (planHash, seat);

        CREATE INDEX sessionOnParticipant ON session (participant);

        CREATE TABLE event (
            id TEXT PRIMARY KEY NOT NULL CHECK (\(isUUID("id"))),
            sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish')),
            trial INTEGER,
            choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
            responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
            render TEXT CHECK (render <> ''),
            shownPixels INTEGER CHECK (shownPixels >= 0),
            CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX eventOnSession ON event (sessionId, milliseconds);

        CREATE TRIGGER eventTrial BEFORE INSERT ON event
        WHEN NEW.trial IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM session JOIN trial USING (planHash, seat)
            WHERE session.id = NEW.sessionId AND trial.number = NEW.trial)
        BEGIN
            SELECT RAISE(ABORT, 'the seat of this session has no such trial');
        END;

        CREATE TRIGGER sessionUpdate BEFORE UPDATE ON session BEGIN
            SELECT RAISE(ABORT, 'a session never changes');
        END;

        CREATE TRIGGER eventUpdate BEFORE UPDATE ON event BEGIN
            SELECT RAISE(ABORT, 'an event never changes');
        END;
        """
}
