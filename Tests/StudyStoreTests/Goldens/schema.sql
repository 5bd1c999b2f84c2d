CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL CHECK (source <> ''),
    crop INTEGER CHECK (crop >= 1),
    seed INTEGER NOT NULL,
    manifestHash TEXT NOT NULL UNIQUE CHECK (length(manifestHash) = 64 AND manifestHash NOT GLOB '*[^0-9a-f]*'),
    addedAt TEXT NOT NULL CHECK (addedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(addedAt) IS NOT NULL),
    turn INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE photograph (
    datasetId INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
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
    startedAt TEXT NOT NULL CHECK (startedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(startedAt) IS NOT NULL),
    budgetSeconds REAL CHECK (budgetSeconds > 0 AND abs(budgetSeconds) <= 1.7976931348623157e308),
    shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped IN (0, 1)),
    UNIQUE (network, number),
    CHECK (shipped OR datasetId IS NOT NULL)
) STRICT;

CREATE TABLE epoch (
    runId INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    seconds REAL NOT NULL CHECK (seconds >= 0 AND abs(seconds) <= 1.7976931348623157e308),
    images INTEGER NOT NULL CHECK (images >= 1),
    redoneSeconds REAL NOT NULL DEFAULT 0 CHECK (redoneSeconds >= 0 AND abs(redoneSeconds) <= 1.7976931348623157e308), peakMemory INTEGER CHECK (peakMemory > 0),
    PRIMARY KEY (runId, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE loss (
    runId INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    value REAL NOT NULL CHECK (abs(value) <= 1.7976931348623157e308),
    PRIMARY KEY (runId, epoch, name),
    FOREIGN KEY (runId, epoch) REFERENCES epoch (runId, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY,
    runId INTEGER NOT NULL REFERENCES run (id),
    epoch INTEGER NOT NULL CHECK (epoch >= 1),
    seconds REAL NOT NULL CHECK (seconds >= 0 AND abs(seconds) <= 1.7976931348623157e308),
    file TEXT NOT NULL CHECK (file <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    madeAt TEXT NOT NULL CHECK (madeAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(madeAt) IS NOT NULL),
    UNIQUE (runId, epoch, sha256)
) STRICT;

CREATE TRIGGER checkpointUpdate BEFORE UPDATE ON checkpoint BEGIN
    SELECT RAISE(ABORT, 'a checkpoint never changes');
END;

CREATE TABLE pool (
    id INTEGER PRIMARY KEY,
    method TEXT NOT NULL CHECK (method <> ''),
    condition TEXT NOT NULL CHECK (condition <> ''),
    UNIQUE (method, condition)
) STRICT;

CREATE TABLE generation (
    id INTEGER PRIMARY KEY,
    poolId INTEGER NOT NULL REFERENCES pool (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    seed INTEGER,
    images INTEGER NOT NULL CHECK (images >= 1),
    recipe TEXT CHECK (recipe IS NULL OR json_valid(recipe)),
    begunAt TEXT NOT NULL CHECK (begunAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(begunAt) IS NOT NULL),
    publishedAt TEXT CHECK (publishedAt IS NULL OR publishedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(publishedAt) IS NOT NULL),
    UNIQUE (poolId, number),
    CHECK ((recipe IS NULL) = (seed IS NULL))
) STRICT;

CREATE UNIQUE INDEX generationDraft ON generation (poolId) WHERE publishedAt IS NULL;

CREATE TABLE generationCheckpoint (
    generationId INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    checkpointId INTEGER NOT NULL REFERENCES checkpoint (id),
    PRIMARY KEY (generationId, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX generationCheckpointOnCheckpoint ON generationCheckpoint (checkpointId);

CREATE TABLE blob (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    width INTEGER NOT NULL CHECK (width >= 1),
    height INTEGER NOT NULL CHECK (height >= 1),
    bytes BLOB NOT NULL CHECK (length(bytes) >= 1)
) STRICT;

CREATE TABLE entry (
    generationId INTEGER NOT NULL REFERENCES generation (id) ON DELETE CASCADE,
    "index" INTEGER NOT NULL CHECK ("index" >= 0),
    latent INTEGER CHECK (latent >= 0),
    seed INTEGER,
    stem TEXT CHECK (stem <> ''),
    blob TEXT NOT NULL REFERENCES blob (sha256),
    PRIMARY KEY (generationId, "index"),
    UNIQUE (generationId, stem),
    CHECK ((latent IS NULL) = (seed IS NULL) AND (latent IS NULL) <> (stem IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX entryOnBlob ON entry (blob);

CREATE TRIGGER poolUpdate BEFORE UPDATE ON pool BEGIN
    SELECT RAISE(ABORT, 'a pool never changes');
END;

CREATE TRIGGER generationUpdate BEFORE UPDATE ON generation WHEN OLD.publishedAt IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TRIGGER generationDelete BEFORE DELETE ON generation WHEN OLD.publishedAt IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TRIGGER generationInsert BEFORE INSERT ON generation WHEN NEW.publishedAt IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a generation is published when its entries are there');
END;

CREATE TRIGGER generationPublish BEFORE UPDATE OF publishedAt ON generation
WHEN NEW.publishedAt IS NOT NULL
    AND (SELECT count(*) FROM entry WHERE generationId = NEW.id AND "index" < NEW.images) <> NEW.images
BEGIN
    SELECT RAISE(ABORT, 'a generation is published whole: entries are missing');
END;

CREATE TRIGGER generationCheckpointInsert BEFORE INSERT ON generationCheckpoint
WHEN (SELECT publishedAt FROM generation WHERE id = NEW.generationId) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TRIGGER generationCheckpointUpdate BEFORE UPDATE ON generationCheckpoint BEGIN
    SELECT RAISE(ABORT, 'the checkpoints of a generation never change');
END;

CREATE TRIGGER generationCheckpointDelete BEFORE DELETE ON generationCheckpoint
WHEN (SELECT publishedAt FROM generation WHERE id = OLD.generationId) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TRIGGER entryInsert BEFORE INSERT ON entry
WHEN (SELECT publishedAt FROM generation WHERE id = NEW.generationId) IS NOT NULL
    OR NEW."index" >= (SELECT images FROM generation WHERE id = NEW.generationId)
BEGIN
    SELECT RAISE(ABORT, 'the generation is published, or has no such index');
END;

CREATE TRIGGER entryUpdate BEFORE UPDATE ON entry BEGIN
    SELECT RAISE(ABORT, 'an entry never changes');
END;

CREATE TRIGGER entryDelete BEFORE DELETE ON entry
WHEN (SELECT publishedAt FROM generation WHERE id = OLD.generationId) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TRIGGER blobUpdate BEFORE UPDATE ON blob BEGIN
    SELECT RAISE(ABORT, 'an image never changes');
END;

CREATE TABLE plan (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    study TEXT NOT NULL CHECK (study <> ''),
    seed INTEGER NOT NULL,
    survey TEXT NOT NULL CHECK (json_valid(survey)),
    frozenAt TEXT CHECK (frozenAt IS NULL OR frozenAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(frozenAt) IS NOT NULL),
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

CREATE TRIGGER planGenerationInsert BEFORE INSERT ON planGeneration
WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER planGenerationUpdate BEFORE UPDATE ON planGeneration
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER planGenerationDelete BEFORE DELETE ON planGeneration
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatInsert BEFORE INSERT ON seat
WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatUpdate BEFORE UPDATE ON seat
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatDelete BEFORE DELETE ON seat
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER trialInsert BEFORE INSERT ON trial
WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER trialUpdate BEFORE UPDATE ON trial
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER trialDelete BEFORE DELETE ON trial
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    planHash TEXT NOT NULL,
    seat INTEGER NOT NULL,
    participant TEXT CHECK (participant <> ''),
    source TEXT NOT NULL CHECK (source <> ''),
    language TEXT NOT NULL CHECK (language <> ''),
    startedAt TEXT NOT NULL CHECK (startedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(startedAt) IS NOT NULL),
    front TEXT NOT NULL CHECK (front <> ''),
    userAgentClass TEXT,
    screen TEXT,
    importedFrom TEXT,
    simulated INTEGER NOT NULL GENERATED ALWAYS AS (source = 'simulated') STORED,
    FOREIGN KEY (planHash, seat) REFERENCES seat (planHash, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX sessionOnSeat ON session (planHash, seat);

CREATE INDEX sessionOnParticipant ON session (participant);

CREATE TRIGGER sessionUpdate BEFORE UPDATE ON session BEGIN
    SELECT RAISE(ABORT, 'a session never changes');
END;

CREATE TABLE stageTime (
    runId INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    stage INTEGER NOT NULL CHECK (stage >= 1),
    seconds REAL NOT NULL CHECK (seconds >= 0 AND abs(seconds) <= 1.7976931348623157e308),
    PRIMARY KEY (runId, epoch, stage),
    FOREIGN KEY (runId, epoch) REFERENCES epoch (runId, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE analysisPlan (
    planHash TEXT NOT NULL REFERENCES plan (hash),
    number INTEGER NOT NULL CHECK (number >= 1),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    votes INTEGER NOT NULL CHECK (votes >= 0),
    frozenAt TEXT NOT NULL CHECK (frozenAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(frozenAt) IS NOT NULL),
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

CREATE TABLE draft (
    generationId INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
    token TEXT NOT NULL CHECK (length(token) >= 32)
) STRICT;

CREATE TABLE arrival (
    sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    receivedAt TEXT NOT NULL CHECK (receivedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(receivedAt) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER arrivalUpdate BEFORE UPDATE ON arrival
WHEN NEW.sessionId <> OLD.sessionId OR NEW.receivedAt >= OLD.receivedAt
BEGIN
    SELECT RAISE(ABORT, 'an arrival only becomes an earlier one');
END;

CREATE TABLE erasedSession (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    erasedAt TEXT NOT NULL CHECK (erasedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(erasedAt) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER erasedSessionUpdate BEFORE UPDATE ON erasedSession
WHEN NEW.hash <> OLD.hash OR NEW.erasedAt > OLD.erasedAt BEGIN
    SELECT RAISE(ABORT, 'an erasure is never undone');
END;

CREATE TRIGGER erasedSessionDelete BEFORE DELETE ON erasedSession BEGIN
    SELECT RAISE(ABORT, 'an erasure is never undone');
END;

CREATE TABLE pseudonym (
    sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    session TEXT NOT NULL UNIQUE CHECK (session GLOB 's-????????'),
    person TEXT CHECK (person GLOB 'p-????????')
) STRICT, WITHOUT ROWID;

CREATE INDEX pseudonymOnPerson ON pseudonym (person);

CREATE TRIGGER pseudonymUpdate BEFORE UPDATE ON pseudonym BEGIN
    SELECT RAISE(ABORT, 'a pseudonym never changes');
END;

CREATE TABLE seal (
    sessionId TEXT PRIMARY KEY NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    planHash TEXT NOT NULL,
    answers INTEGER NOT NULL,
    asked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sealOnPlan ON seal (planHash);

CREATE TABLE generationSeal (
    generationId INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
    rows INTEGER NOT NULL
) STRICT;

CREATE TABLE planHead (
    planHash TEXT PRIMARY KEY NOT NULL REFERENCES plan (hash),
    text TEXT NOT NULL CHECK (json_valid(text))
) STRICT;

CREATE TABLE seatText (
    planHash TEXT NOT NULL,
    seat INTEGER NOT NULL,
    items INTEGER NOT NULL CHECK (items >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    text TEXT NOT NULL CHECK (json_valid(text)),
    PRIMARY KEY (planHash, seat),
    FOREIGN KEY (planHash, seat) REFERENCES seat (planHash, number)
) STRICT;

CREATE TRIGGER planHeadInsert BEFORE INSERT ON planHead
WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER planHeadUpdate BEFORE UPDATE ON planHead
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER planHeadDelete BEFORE DELETE ON planHead
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatTextInsert BEFORE INSERT ON seatText
WHEN (SELECT frozenAt FROM plan WHERE hash = NEW.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatTextUpdate BEFORE UPDATE ON seatText
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER seatTextDelete BEFORE DELETE ON seatText
WHEN (SELECT frozenAt FROM plan WHERE hash = OLD.planHash) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a frozen plan never changes');
END;

CREATE TRIGGER pseudonymInsert BEFORE INSERT ON pseudonym
WHEN EXISTS (
    SELECT 1 FROM pseudonym JOIN session ON session.id = pseudonym.sessionId
    WHERE pseudonym.person = NEW.person
        AND session.participant IS NOT (SELECT participant FROM session WHERE id = NEW.sessionId))
BEGIN
    SELECT RAISE(IGNORE);
END;

CREATE TRIGGER sessionPseudonym AFTER INSERT ON session WHEN NOT NEW.simulated BEGIN
    INSERT OR IGNORE INTO pseudonym (sessionId, session, person)
    SELECT own.id, 's-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1), CASE WHEN own.participant IS NOT NULL THEN ifnull(
        (SELECT pseudonym.person FROM session AS other JOIN pseudonym ON pseudonym.sessionId = other.id
            WHERE other.participant = own.participant AND NOT other.simulated LIMIT 1),
        'p-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1)) END
    FROM session AS own WHERE own.id = NEW.id;
INSERT OR IGNORE INTO pseudonym (sessionId, session, person)
    SELECT own.id, 's-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1), CASE WHEN own.participant IS NOT NULL THEN ifnull(
        (SELECT pseudonym.person FROM session AS other JOIN pseudonym ON pseudonym.sessionId = other.id
            WHERE other.participant = own.participant AND NOT other.simulated LIMIT 1),
        'p-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1)) END
    FROM session AS own WHERE own.id = NEW.id;
INSERT OR IGNORE INTO pseudonym (sessionId, session, person)
    SELECT own.id, 's-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1), CASE WHEN own.participant IS NOT NULL THEN ifnull(
        (SELECT pseudonym.person FROM session AS other JOIN pseudonym ON pseudonym.sessionId = other.id
            WHERE other.participant = own.participant AND NOT other.simulated LIMIT 1),
        'p-' || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1)) END
    FROM session AS own WHERE own.id = NEW.id;
END;

CREATE TABLE itemContext (
    generationId INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    text TEXT CHECK (text <> ''),
    reference TEXT REFERENCES blob (sha256),
    PRIMARY KEY (generationId, "index"),
    FOREIGN KEY (generationId, "index") REFERENCES entry (generationId, "index") ON DELETE CASCADE,
    CHECK (text IS NOT NULL OR reference IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX itemContextOnReference ON itemContext (reference);

CREATE TRIGGER itemContextInsert BEFORE INSERT ON itemContext
WHEN (SELECT publishedAt FROM generation WHERE id = NEW.generationId) IS NOT NULL
    OR (SELECT stem FROM entry WHERE generationId = NEW.generationId AND "index" = NEW."index") IS NULL
BEGIN
    SELECT RAISE(ABORT, 'the generation is published, or has no imported image of that index');
END;

CREATE TRIGGER itemContextUpdate BEFORE UPDATE ON itemContext BEGIN
    SELECT RAISE(ABORT, 'what goes with an item never changes');
END;

CREATE TRIGGER itemContextDelete BEFORE DELETE ON itemContext
WHEN (SELECT publishedAt FROM generation WHERE id = OLD.generationId) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'a published generation never changes');
END;

CREATE TABLE languageText (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    json TEXT NOT NULL CHECK (json_valid(json))
) STRICT;

CREATE TRIGGER languageTextUpdate BEFORE UPDATE ON languageText BEGIN
    SELECT RAISE(ABORT, 'the texts of a frozen plan never change');
END;

CREATE TRIGGER languageTextDelete BEFORE DELETE ON languageText BEGIN
    SELECT RAISE(ABORT, 'the texts of a frozen plan never change');
END;

CREATE TABLE refusal (
    hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    planHash TEXT NOT NULL REFERENCES "plan" (hash),
    front TEXT NOT NULL CHECK (front <> ''),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX refusalOfPlan ON refusal (planHash, front, reason);

CREATE TABLE "event" (
    id TEXT NOT NULL CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
    sessionId TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
    kind TEXT NOT NULL CHECK (kind IN (
        'consent', 'shown', 'vote', 'undo', 'answer', 'blur', 'focus', 'image_failed', 'finish', 'practice',
        'enlarge', 'flip', 'screened_out', 'stop', 'scheme', 'language', 'timeout')),
    trial INTEGER,
    choice TEXT CHECK (choice IN ('left', 'right', 'tie')),
    responseMilliseconds INTEGER CHECK (responseMilliseconds >= 0),
    render TEXT CHECK (render <> ''),
    shownPixels INTEGER CHECK (shownPixels >= 0),
    question TEXT CHECK (question <> ''),
    value TEXT CHECK (value IS NULL OR json_valid(value)),
    grade INTEGER CHECK (grade IS NULL OR grade BETWEEN -3 AND 3 AND kind IN ('vote', 'practice')),
    CHECK (kind <> 'vote' OR (trial IS NOT NULL AND choice IS NOT NULL)),
    PRIMARY KEY (sessionId, milliseconds, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX eventOnID ON event (id);

CREATE TRIGGER eventTrial BEFORE INSERT ON event
WHEN NEW.trial IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM session JOIN seatText USING (planHash, seat)
    WHERE session.id = NEW.sessionId AND NEW.trial BETWEEN 1 AND seatText.items)
    AND NOT EXISTS (
    SELECT 1 FROM session JOIN trial USING (planHash, seat)
    WHERE session.id = NEW.sessionId AND trial.number = NEW.trial)
BEGIN
    SELECT RAISE(ABORT, 'the seat of this session has no such trial');
END;

CREATE TRIGGER eventUpdate BEFORE UPDATE ON event BEGIN
    SELECT RAISE(ABORT, 'an event never changes');
END;

CREATE TABLE ticket (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    planHash TEXT NOT NULL REFERENCES plan (hash),
    seat INTEGER NOT NULL CHECK (seat >= 1),
    secret TEXT NOT NULL CHECK (length(secret) = 64 AND secret NOT GLOB '*[^0-9a-f]*'),
    issuedAt TEXT NOT NULL CHECK (issuedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(issuedAt) IS NOT NULL),
    outcome TEXT CHECK (outcome IN ('finished', 'screened_out', 'declined', 'failed_checks', 'stopped'))
) STRICT, WITHOUT ROWID;

CREATE INDEX ticketByPlan ON ticket (planHash, seat);

CREATE TABLE boardView (
    id INTEGER PRIMARY KEY,
    planHash TEXT NOT NULL REFERENCES plan (hash),
    openedAt TEXT NOT NULL CHECK (openedAt GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*[Z0-9]' AND julianday(openedAt) IS NOT NULL),
    shows TEXT NOT NULL CHECK (shows IN ('counts', 'evidence', 'rates', 'final')),
    votes INTEGER NOT NULL CHECK (votes >= 0)
) STRICT;

CREATE INDEX boardViewOfPlan ON boardView (planHash);

