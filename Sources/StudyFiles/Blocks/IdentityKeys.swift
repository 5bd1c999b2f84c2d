import Study

/// The keys of `study`.
enum IdentityKeys {
    private static let idRange = "1 to 64 lower-case letters, digits and hyphens"

    static let table = KeyTable<StudyIdentity>(
        { _ in StudyIdentity(id: "study") },
        [
            Key(
                "id", \.id, .text.only(idRange, range: idRange, where: StudyIdentity.isID),
                missing: "is missing; a study needs an id: lower-case letters, digits and hyphens",
                "Short name, used in file names and answers."),
            Key("title", \.title, .text, default: "the id", "Name for people, in any script."),
        ]
    ) { block, identity in
        if !block.has("title") { identity.title = identity.id }
    }

    static let example = """
        study:
          id: sharp-faces
          title: Which generator makes the better faces?
        """
}
