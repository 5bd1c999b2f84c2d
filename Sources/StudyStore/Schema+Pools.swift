extension Schema {
    /// The images, and the numbered lists of them that are published whole and never change.
    static let pools = """
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
            begunAt TEXT NOT NULL CHECK (\(isTime("begunAt"))),
            publishedAt TEXT CHECK (publishedAt IS NULL OR \(isTime("publishedAt"))),
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
            sha256 TEXT PRIMARY KEY NOT NULL CHECK (\(isHash("sha256"))),
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
        """
}
