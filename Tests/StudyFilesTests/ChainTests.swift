import StudyFiles
import Testing

@Suite("chains and conditions of study.yaml")
struct ChainTests {
    private static let networks = """
        study: {id: s}
        networks:
          d32: {kind: dcgan, size: 32}
          d64: {kind: dcgan, size: 64}
          m128: {kind: multistage}
          s128: {kind: srcnn, size: 128}
          s256: {kind: srcnn, size: 256, factor: 4}
          b128: {kind: bicubic}

        """

    @Test(
        "chains and conditions whose sizes do not fit are found",
        arguments: [
            Fault(
                "methods: {M: {chain: [s128]}}", 9, 23, "methods.M.chain[0]",
                "a chain starts with a dcgan or multistage network; \"s128\" is of kind srcnn"),
            Fault(
                "methods: {M: {chain: [d64, m128]}}", 9, 28, "methods.M.chain[1]",
                "only srcnn and bicubic networks can follow another; \"m128\" is of kind multistage"),
            Fault(
                "methods: {M: {chain: [b128]}}", 9, 23, "methods.M.chain[0]",
                "a chain starts with a dcgan or multistage network; \"b128\" is of kind bicubic"),
            Fault(
                "methods: {M: {chain: [d32, b128]}}", 9, 28, "methods.M.chain[1]",
                "\"b128\" takes images of 64x64 (size / factor), but \"d32\" before it gives 32x32"),
            Fault(
                "methods: {M: {chain: [d32, s128]}}", 9, 28, "methods.M.chain[1]",
                "\"s128\" takes images of 64x64 (size / factor), but \"d32\" before it gives 32x32"),
            Fault(
                "methods: {M: {chain: [d64, s128, s256]}}", 9, 34, "methods.M.chain[2]",
                "takes images of 64x64 (size / factor), but \"s128\" before it gives 128x128"),
            Fault(
                "methods: {M: {chain: [d65, s128]}}", 9, 23, "methods.M.chain[0]",
                "no network is called \"d65\"; did you mean \"d64\"?"),
            Fault(
                "methods: {M: {chain: [m128]}, N: {chain: [d64]}}\nconditions: {c: {methods: [M, N]}}", 10, 27,
                "conditions.c.methods", "\"M\" gives 128x128 and \"N\" 64x64"),
            Fault(
                "methods: {M: {chain: [m128]}, N: {}}\nconditions: {c: {methods: [M, N], match_time_of: N}}", 10, 50,
                "conditions.c.match_time_of", "method \"N\" has no chain of networks"),
            Fault(
                "methods: {M: {}, N: {}}\nconditions: {c: {methods: [M, N], match_time_of: m}}", 10, 50,
                "conditions.c.match_time_of", "\"m\" is not one of this condition's methods"),
            Fault(
                "methods: {M: {chain: [d64]}, N: {chain: [d64]}}\nconditions: {c: {methods: [M, N], match_time_of: M, epochs: 2}}",
                10, 61, "conditions.c.epochs", "by epochs or by match_time_of, not by both"),
        ])
    func chains(fault: Fault) throws {
        let found = findings(Self.networks + fault.yaml)
        let finding = try #require(found.first, "\(found)")
        #expect(finding.key == fault.key)
        #expect(finding.message.contains(fault.says), "\(finding)")
        #expect([finding.line, finding.column] == [fault.line, fault.column], "\(finding)")
    }

    @Test(
        "a chain that fits is no finding",
        arguments: ["[d64, s128]", "[d64, s256]", "[m128]", "[]", "[d32]", "[d64, b128]"])
    func fitting(chain: String) {
        #expect(findings(Self.networks + "methods: {M: {chain: \(chain)}}") == [])
    }

    @Test("no prefix of a study crashes the reader")
    func prefixes() throws {
        let text =
            Self.networks
            + "methods: {M: {chain: [d64, s128]}, 'N': {}}\nsurvey: {languages: [ja], question: {ja: \"ど\\u3061\"}}\n"
        for length in 0...text.count { _ = findings(String(text.prefix(length))) }
        #expect(findings(text) == [])
    }
}
