import Answers
import Foundation
import Study
import TestKit
import Testing
import Votes

@Suite("exports in other programs")
struct ExportLoadingTests {
    /// Gives the paths of the exports' files, in the order of ``VoteExport``.
    private func withFiles(_ rows: [VoteRow], _ load: ([String]) throws -> Void) throws {
        try withTemporaryFolder { folder in
            try load(
                VoteExport.allCases.map { form in
                    let file = folder.appending(path: form.rawValue)
                    try Data(ExportTests.file(form, rows).text.utf8).write(to: file)
                    return file.path
                })
        }
    }

    /// Runs a program of pandas that finds the exports' files under their names.
    private func load(_ rows: [VoteRow], by python: String?, _ program: String) throws {
        try withFiles(rows) { files in
            let beginning = "import json, sys, pandas as pd\ncsv, jsonl, jspsych, pwcmp, arena = sys.argv[1:]\n"
            try Python.run(#require(python), beginning + program, files)
        }
    }

    @Test(
        "R: csv and pwcmp by read.csv, the others by jsonlite where it is there",
        .enabled(if: R.lack == nil, "\(R.lack ?? "")"))
    func r() throws {
        try withFiles(ExportTests.rows) { files in
            try R.run(
                """
                files <- commandArgs(TRUE)
                check <- function(votes) stopifnot(
                    nrow(votes) == 6, votes$participant[1] == 'p, "1"\n', votes$right[1] == "方法\\\\B",
                    votes$choice == c("right", "tie", "left", "left", "left", "left"), votes$simulated[4],
                    votes$kind == c("main", "main", "repeat", "main", "main", "catch"),
                    sum(votes$response_ms, votes$rt, na.rm = TRUE) == 3750)
                check(read.csv(files[1]))
                pairs <- read.csv(files[4])
                stopifnot(pairs$is_A_selected == c(0, 1), pairs$condition_A == c("A", "方法\\\\B"))
                if (requireNamespace("jsonlite", quietly = TRUE)) {
                    check(jsonlite::stream_in(file(files[2]), verbose = FALSE))
                    check(jsonlite::fromJSON(files[3]))
                    battles <- jsonlite::stream_in(file(files[5]), verbose = FALSE)
                    stopifnot(battles$winner == c("model_b", "tie", "model_a"))
                }
                """, files)
        }
    }

    @Test(
        "pandas: csv, jsonl and jspsych are one tidy table, whatever the names",
        .enabled(if: Python.withPandas != nil, "\(Python.pandasLack)"))
    func tables() throws {
        try load(
            ExportTests.rows, by: Python.withPandas,
            """
            table, lines = pd.read_csv(csv), pd.read_json(jsonl, lines=True)
            assert list(table.columns) == list(lines.columns) and len(table) == len(lines) == 6
            for frame in (table, lines, pd.read_json(jspsych)):
                assert frame.participant[0] == 'p, "1"\\n' and frame.right[0] == "方法\\\\B"
                assert pd.isna(frame.participant[3]) and frame.simulated.tolist()[3] == True
                assert frame.kind.tolist() == ["main", "main", "repeat", "main", "main", "catch"]
                assert frame.excluded.tolist()[4] == "too_fast" and frame.correct.tolist()[5] == "right"
            assert table.response_ms.sum() == lines.response_ms.sum() == 3750
            rows = json.load(open(jspsych))
            assert [row["response"] for row in rows] == [1, 2, 0, 0, 0, 0]
            assert [row["rt"] for row in rows][:4] == [1250, 1250, 1250, None]
            """)
    }

    @Test(
        "pandas: pwcmp's table has whole numbers where pwcmp reads numbers",
        .enabled(if: Python.withPandas != nil, "\(Python.pandasLack)"))
    func pwcmp() throws {
        try load(
            ExportTests.rows, by: Python.withPandas,
            """
            table = pd.read_csv(pwcmp)
            assert table.is_A_selected.tolist() == [0, 1] and table.is_A_selected.dtype.kind == "i"
            assert table.condition_A.tolist() == ["A", "方法\\\\B"] and table.observer[1] == "s2"
            battles = pd.read_json(arena, lines=True)
            assert battles.winner.tolist() == ["model_b", "tie", "model_a"]
            """)
    }

    @Test(
        "choix finds the strengths that the votes were made with",
        .enabled(if: Python.withChoix != nil, "\(Python.choixLack)"))
    func choix() throws {
        // For every two of four methods 100 votes, by strengths 4, 3, 2 and 1: exact shares, so exact answers.
        let names = ["D", "C", "B", "A"]
        var rows: [VoteRow] = []
        for first in 0..<4 {
            for second in (first + 1)..<4 {
                let (one, other) = (4 - first, 4 - second)
                for vote in 0..<(one + other) * 10 {
                    rows.append(
                        VoteRow(
                            participant: "p\(vote % 7)", left: names[first], right: names[second],
                            choice: vote < one * 10 ? .left : .right))
                }
            }
        }
        try load(
            rows, by: Python.withChoix,
            """
            import choix, numpy as np
            names = ["A", "B", "C", "D"]
            battles = pd.read_json(arena, lines=True)
            table = pd.read_csv(pwcmp)
            pairs = [(a, b) if w == "model_a" else (b, a) for a, b, w in zip(battles.model_a, battles.model_b, battles.winner)]
            others = [(a, b) if w else (b, a) for a, b, w in zip(table.condition_A, table.condition_B, table.is_A_selected)]
            assert pairs == others and len(pairs) == 300
            found = choix.ilsr_pairwise(4, [(names.index(a), names.index(b)) for a, b in pairs])
            expected = np.log([1, 2, 3, 4])
            assert abs(found - expected + expected.mean()).max() < 1e-6, found
            """)
    }
}
