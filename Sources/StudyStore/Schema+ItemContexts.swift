import GRDB

extension Schema {
    /// What goes with the item that an imported image shows: a text, as the prompt it was made from, and a reference image.
    /// They are part of the generation: they come before it is published, and never change after.
    private static let itemContexts = """
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
        """

    /// Adds what goes with items. Generations that are there have nothing, and keep their seals.
    static func registerItemContexts(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("17 item contexts", foreignKeyChecks: .immediate) {
            try $0.execute(sql: itemContexts)
        }
    }
}
