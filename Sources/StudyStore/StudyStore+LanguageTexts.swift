package import Foundation
import GRDB

extension StudyStore {
    /// The language file that a plan names by its SHA-256; nil where it was never kept, as with plans of before texts were.
    ///
    /// - Throws: ``StudyStoreError/damagedPlan(_:)`` where it is not what was frozen.
    package func languageText(_ sha256: String) throws -> Data? {
        let json = try read { db in
            try String.fetchOne(db, sql: "SELECT json FROM languageText WHERE sha256 = ?", arguments: [sha256])
        }
        guard let json else { return nil }
        guard Self.sha256(json) == sha256 else {
            throw StudyStoreError.damagedPlan("a text for participants (\(sha256.prefix(12)))")
        }
        return Data(json.utf8)
    }

    /// The hashes of texts that are not what was frozen.
    package func damagedLanguageTexts() throws -> [String] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT sha256, json FROM languageText ORDER BY sha256").compactMap { row in
                let hash: String = row[0]
                return Self.sha256(row[1]) == hash ? nil : hash
            }
        }
    }

    /// Keeps language files, each under the hash of its bytes.
    static func keep(_ files: [Data], _ db: Database) throws {
        for file in files {
            let json = String(decoding: file, as: UTF8.self)
            try db.execute(
                sql: "INSERT INTO languageText (sha256, json) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
                arguments: [sha256(json), json])
        }
    }
}
