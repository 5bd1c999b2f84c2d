extension Schema {
    /// Who fills a generation that is not published yet. Its key alone does not say: SQLite gives a removed one's key to
    /// the next.
    static let drafts = """
        CREATE TABLE draft (
            generationId INTEGER PRIMARY KEY REFERENCES generation (id) ON DELETE CASCADE,
            token TEXT NOT NULL CHECK (length(token) >= 32)
        ) STRICT;
        """
}
