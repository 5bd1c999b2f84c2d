import Study
import StudyFiles
import Testing

@Suite("findings of study.yaml")
struct FindingTests {
    @Test(
        "a study without a usable beginning says what it needs",
        arguments: [
            Fault("", 1, 1, "", "the file is empty"),
            Fault("# only words\n", 1, 1, "", "is empty"),
            Fault("just text", 1, 1, "", "expected keys with values, found the text \"just text\""),
            Fault("[study]", 1, 1, "", "expected keys with values, found a list"),
            Fault("pools: {images: 2}", 1, 1, "study.id", "is missing; a study needs an id"),
            Fault("study: {}", 1, 1, "study.id", "is missing; a study needs an id"),
            Fault("study: {id: ''}", 1, 13, "study.id", "expected text, found an empty one"),
            Fault("study: {id: x/y}", 1, 13, "study.id", "lower-case letters, digits and hyphens"),
            Fault("{[1]: 2, study: {id: s}}", 1, 2, "", "expected a name as key, found a list"),
        ])
    func beginning(fault: Fault) throws {
        let finding = try #require(findings(fault.yaml).first)
        #expect([finding.line, finding.column] == [fault.line, fault.column])
        #expect(finding.key == fault.key)
        #expect(finding.message.contains(fault.says))
    }

    @Test(
        "what is no YAML ends the reading at its first fault",
        arguments: [
            Fault("study: {id: s\npools: {images: 0", 2, 6, "", "this is not YAML"),
            Fault("study:\n\tid: s", 2, 1, "", "this is not YAML"),
            Fault(
                "study: {id: s}\npools: {images: 1}\npools: {images: 0}", 2, 1, "",
                "\"pools\" is given more than once in this block; keep one"),
            Fault("study: {id: s, id: t}", 1, 9, "", "\"id\" is given more than once in this block; keep one"),
            Fault("study: {id: s}\nmethods: *missing", 2, 10, "", "is not YAML: found undefined alias"),
            Fault("study: {id: s}\n---\nstudy: {id: t}", 2, 1, "", "this is not YAML"),
            Fault("study: {id: \"a\u{0}b\"}", 1, 15, "", "is not YAML: control characters are not allowed"),
        ])
    func syntax(fault: Fault) throws {
        let found = findings(fault.yaml)
        try #require(found.count == 1)
        #expect(found[0].message.contains(fault.says), "\(found[0])")
        #expect([found[0].line, found[0].column] == [fault.line, fault.column], "\(found[0])")
    }

    @Test(
        "one fault is one finding, at its place",
        arguments: [
            Fault("studdy: 1", 2, 1, "studdy", "unknown key; did you mean \"study\"?"),
            Fault("<<: {a: 1}", 2, 1, "<<", "unknown key"),
            Fault("pools: 3", 2, 8, "pools", "expected keys with values, found the number 3"),
            Fault("pools: {imges: 3}", 2, 9, "pools.imges", "did you mean \"images\"?"),
            Fault("pools: {images: '3'}", 2, 17, "pools.images", "found the text \"3\"; remove the quotes"),
            Fault("pools: {images: 3.0}", 2, 17, "pools.images", "found the number 3.0; write 3"),
            Fault("pools: {images: 1e3}", 2, 17, "pools.images", "write 1000"),
            Fault(
                "pools: {images: 2.5}", 2, 17, "pools.images", "a whole number from 1 to 1000000, found the number 2.5"),
            Fault("pools: {images: 1_000}", 2, 17, "pools.images", "write 1000"),
            Fault("pools:\n  images: 4,096", 3, 11, "pools.images", "write 4096"),
            Fault("pools: {images: 0x10}", 2, 17, "pools.images", "found the number 0x10"),
            Fault("pools: {images: 012}", 2, 17, "pools.images", "found the number 012"),
            Fault("pools: {images: 1:30}", 2, 17, "pools.images", "found the number 1:30"),
            Fault("pools: {images: yes}", 2, 17, "pools.images", "found the truth value yes"),
            Fault("pools: {images: }", 2, 9, "pools.images", "found nothing"),
            Fault("pools: {images: [1]}", 2, 17, "pools.images", "found a list"),
            Fault("pools: {images: 0}", 2, 17, "pools.images", "from 1 to 1000000, found 0"),
            Fault("pools: {images: 99999999999999999999}", 2, 17, "pools.images", "found 99999999999999999999"),
            Fault("pools: {seed: 9223372036854775808}", 2, 15, "pools.seed", "at most 9223372036854775807"),
            Fault("dataset: {source: 7}", 2, 19, "dataset.source", "found the number 7; put it in quotes"),
            Fault("dataset: {source: off}", 2, 19, "dataset.source", "found the truth value off; put it in quotes"),
            Fault("dataset: {source: '  '}", 2, 19, "dataset.source", "found an empty one"),
            Fault("dataset: {count: 100}", 2, 1, "dataset.holdout", "keeps 256 (its default) of 100 photographs"),
            Fault("dataset: {count: 9, holdout: 9}", 2, 30, "dataset.holdout", "keeps 9 of 9 photographs"),
            Fault("dataset: {crop: 0}", 2, 17, "dataset.crop", "from 8 to 16384"),
            Fault("networks: {'a b': {kind: dcgan}}", 2, 12, "networks.a b", "a name has only letters"),
            Fault("networks: {'': {kind: dcgan}}", 2, 12, "networks.", "a name is empty"),
            Fault(
                "networks: {n: {}}", 2, 12, "networks.n.kind",
                "is missing; expected dcgan, multistage, srcnn or bicubic"),
            Fault("networks: {n: {kind: dcgann}}", 2, 22, "networks.n.kind", "did you mean \"dcgan\"?"),
            Fault(
                "networks: {n: {kind: dcgan, size: 100}}", 2, 35, "networks.n.size",
                "4 times a power of two: 8, 16, 32, 64, 128 or 256; found 100"),
            Fault("networks: {n: {kind: dcgan, size: 512}}", 2, 35, "networks.n.size", "found 512"),
            Fault("networks: {n: {kind: dcgan, size: 4}}", 2, 35, "networks.n.size", "found 4"),
            Fault(
                "networks: {n: {kind: dcgan, sizes: [64]}}", 2, 29, "networks.n.sizes",
                "belongs to networks of kind multistage; this one is of kind dcgan"),
            Fault(
                "networks: {n: {kind: srcnn, latent: 3}}", 2, 29, "networks.n.latent",
                "belongs to networks of kind dcgan or multistage"),
            Fault(
                "networks: {n: {kind: bicubic, epochs: 3}}", 2, 31, "networks.n.epochs",
                "belongs to networks of kind dcgan, multistage or srcnn; this one is of kind bicubic"),
            Fault("networks: {n: {kind: bicubic, factor: 3}}", 2, 39, "networks.n.factor", "expected 2 or 4, found 3"),
            Fault(
                "networks: {n: {kind: multistage, sizes: [64, 128, 512]}}", 2, 51, "networks.n.sizes[2]",
                "expected 256, twice the size of the stage before, found 512"),
            Fault(
                "networks: {n: {kind: multistage, sizes: [20, 40]}}", 2, 42, "networks.n.sizes[0]",
                "4 times a power of two"),
            Fault(
                "networks: {n: {kind: multistage, sizes: []}}", 2, 41, "networks.n.sizes",
                "a list of 1 to 6 whole numbers, found 0"),
            Fault(
                "networks: {n: {kind: multistage, sizes: [128, 256, 512]}}", 2, 52, "networks.n.sizes[2]",
                "4 times a power of two: 8, 16, 32, 64, 128 or 256; found 512"),
            Fault("networks: {n: {kind: multistage, sizes: 64}}", 2, 41, "networks.n.sizes", "found the number 64"),
            Fault(
                "networks: {n: {kind: multistage, residual_blocks: -1}}", 2, 51, "networks.n.residual_blocks",
                "found -1"),
            Fault(
                "networks: {n: {kind: srcnn, size: 126, factor: 4}}", 2, 35, "networks.n.size",
                "divisible by the factor 4, found 126"),
            Fault("networks: {n: {kind: srcnn, factor: 3}}", 2, 37, "networks.n.factor", "expected 2 or 4, found 3"),
            Fault(
                "networks: {n: {kind: srcnn, kernels: [9, 5]}}", 2, 38, "networks.n.kernels",
                "a list of 3 whole numbers, found 2"),
            Fault(
                "networks: {n: {kind: srcnn, kernels: [9, 4, 5]}}", 2, 42, "networks.n.kernels[1]",
                "an odd number, found 4"),
            Fault("networks: {n: {kind: srcnn, maps: [9, 2]}}", 2, 39, "networks.n.maps[1]", "from 3 to 1024, found 2"),
            Fault("networks: {n: {kind: srcnn, size: 2048}}", 2, 35, "networks.n.size", "from 8 to 1024, found 2048"),
            Fault(
                "networks: {n: {kind: dcgan, learning_rate: 0}}", 2, 44, "networks.n.learning_rate",
                "above 0, at most 1, found 0"),
            Fault(
                "networks: {n: {kind: dcgan, learning_rate: .nan}}", 2, 44, "networks.n.learning_rate",
                "found the number .nan"),
            Fault(
                "networks: {n: {kind: dcgan, learning_rate: 1e999}}", 2, 44, "networks.n.learning_rate",
                "found the number 1e999"),
            Fault(
                "networks: {n: {kind: dcgan, learning_rate: '0.1'}}", 2, 44, "networks.n.learning_rate",
                "remove the quotes"),
            Fault("networks: {n: {kind: dcgan, batch: 1}}", 2, 36, "networks.n.batch", "from 2 to 65536, found 1"),
            Fault(
                "networks: {n: {kind: dcgan, batch: 5000}}", 2, 36, "networks.n.batch",
                "takes 5000 photographs a step, but there are only 4096"),
            Fault(
                "networks: {n: {kind: srcnn, batch: 4000}}", 2, 36, "networks.n.batch",
                "only 3840 without the hold-out of 256"),
            Fault("networks: {n: {kind: dcgan, epochs: 0}}", 2, 37, "networks.n.epochs", "found 0"),
            Fault(
                "networks: {n: {kind: dcgan, epohcs: 9}}", 2, 29, "networks.n.epohcs",
                "unknown key; did you mean \"epochs\"?"),
            Fault(
                "methods: {M: {chain: [n]}}", 2, 23, "methods.M.chain[0]", "no network is called \"n\"; there are none"),
            Fault(
                "methods: {M: {chain: n}}", 2, 22, "methods.M.chain",
                "expected a list of networks, found the text \"n\"; write [n]"),
            Fault("methods: {M: {label: ''}}", 2, 22, "methods.M.label", "found an empty one"),
            Fault("methods: {M&N: {}}", 2, 11, "methods.M&N", "a name has only letters"),
            Fault(
                "conditions: {c: {methods: [A, B]}}\nmethods: {A: {}, Bee: {}}", 2, 31, "conditions.c.methods[1]",
                "no method is called \"B\""),
            Fault(
                "conditions: {c: {methods: [A]}}\nmethods: {A: {}}", 2, 27, "conditions.c.methods",
                "at least two methods, this one has 1"),
            Fault(
                "conditions: {c: {}}\nmethods: {A: {}}", 2, 14, "conditions.c.methods",
                "at least two methods, this one has 0"),
            Fault(
                "conditions: {c: {methods: [A, B, A]}}\nmethods: {A: {}, B: {}}", 2, 34, "conditions.c.methods[2]",
                "names the method \"A\" a second time"),
            Fault("survey: {languages: []}", 2, 21, "survey.languages", "at least one language"),
            Fault(
                "survey: {languages: [en_GB]}", 2, 22, "survey.languages[0]",
                "expected a language by its BCP 47 tag, such as en, pt-BR or zh-Hans, found the text \"en_GB\""),
            Fault("survey: {languages: [1]}", 2, 22, "survey.languages[0]", "found the number 1"),
            Fault("survey: {languages: [zh-Hans, ZH-hans]}", 2, 31, "survey.languages[1]", "a second time"),
            Fault("survey: {languages: [en, en]}", 2, 26, "survey.languages[1]", "a second time"),
            Fault(
                "survey: {languages: [en], question: {en: Which?, fr_: Quoi}}", 2, 50, "survey.question.fr_",
                "expected a language by its BCP 47 tag"),
            Fault(
                "survey: {languages: [en], texts: {thank: {en: Bye}}}", 2, 35, "survey.texts.thank",
                "unknown key; did you mean \"thanks\"?"),
            Fault(
                "survey: {languages: [en], question: {en: A?}, questions: [{id: b, text: {en: B?}}]}", 2, 27,
                "survey.question", "survey.questions is there too, which says it; remove survey.question"),
            Fault(
                "survey: {ties: true, answers: graded}", 2, 10, "survey.ties",
                "survey.answers is there too, which says it; remove survey.ties"),
            Fault("survey: {answers: grades}", 2, 19, "survey.answers", "did you mean \"graded\"?"),
            Fault(
                "survey: {languages: [en], questions: []}", 2, 38, "survey.questions",
                "expected a list of 1 to 10 questions, found 0"),
            Fault(
                "survey: {languages: [en], questions: Which?}", 2, 38, "survey.questions", "found the text \"Which?\""),
            Fault(
                "survey: {languages: [en], questions: [Which?]}", 2, 39, "survey.questions[0]",
                "expected the keys id and text, found the text \"Which?\""),
            Fault(
                "survey: {languages: [en], questions: [{text: {en: A?}}]}", 2, 39, "survey.questions[0].id",
                "is missing; votes say by it which question they answer"),
            Fault(
                "survey: {languages: [en], questions: [{id: a}]}", 2, 39, "survey.questions[0].text",
                "is missing; expected the question by language"),
            Fault(
                "survey: {languages: [en], questions: [{id: a b, text: {en: A?}}]}", 2, 44, "survey.questions[0].id",
                "a name has only letters of the Latin alphabet, digits, `-` and `_`"),
            Fault(
                "survey: {languages: [en], questions: [{id: \(String(repeating: "a", count: 65)), text: {en: A?}}]}", 2,
                44, "survey.questions[0].id", "a name has at most 64 characters, this one 65"),
            Fault(
                "survey: {languages: [en], questions: [{id: a, text: {en: A?}}, {id: A, text: {en: B?}}]}", 2, 69,
                "survey.questions[1].id", "another question is called \"A\", in whatever case"),
            Fault(
                "survey: {languages: [en], questions: [{id: a, primary: true, text: {en: A?}}, {id: b, primary: true, text: {en: B?}}]}",
                2, 96, "survey.questions[1].primary", "question \"a\" is the primary one already; one is"),
            Fault(
                "survey: {languages: [en, ja], questions: [{id: a, text: {en: A?}}]}", 2, 51,
                "survey.questions[0].text",
                "is not worded in ja"),
            Fault(
                "survey: {languages: [en], questions: [{id: a, text: {en: A?, ja: B}}]}", 2, 66,
                "survey.questions[0].text.ja", "survey.languages does not offer ja"),
            Fault(
                "survey: {languages: [en], questions: [{id: a, text: {en: \"A\\nB\"}}]}", 2, 58,
                "survey.questions[0].text.en", "the question has several lines, expected one"),
            Fault(
                "survey: {languages: [en], texts: {question: {en: Which?}}}", 2, 35, "survey.texts.question",
                "belongs to survey.question"),
            Fault(
                "survey: {languages: [en, ja], texts: {thanks: {en: Bye}}}", 2, 39, "survey.texts.thanks",
                "is not worded in ja"),
            Fault(
                "survey: {languages: [en], texts: {thanks: {en: '# Bye'}}}", 2, 48, "survey.texts.thanks.en",
                "the text cannot be shown: a heading stands in it"),
            Fault(
                "survey: {languages: [en], texts: {thanks: {en: '[x](javascript:1)'}}}", 2, 48,
                "survey.texts.thanks.en", "the link to \"javascript:1\" cannot stand in it"),
            Fault(
                "survey: {languages: [en], texts: {agree: {en: \"Yes\\nI do\"}}}", 2, 47, "survey.texts.agree.en",
                "the text has several lines, expected one"),
            Fault(
                "survey: {languages: [en], texts: {consent_text: {en: 'See {count}'}}}", 2, 54,
                "survey.texts.consent_text.en", "nothing can be put in the place of {count}, expected {total}"),
            Fault(
                "survey: {languages: [en], texts: {contact: {en: 'Ask {name}'}}}", 2, 49,
                "survey.texts.contact.en", "expected none"),
            Fault(
                "survey: {exit: {finished: example.org}}", 2, 27, "survey.exit.finished",
                "expected an address such as https://example.org/done?id={participant}, found \"example.org\""),
            Fault(
                "survey: {exit: {finished: 'javascript://example.org/x'}}", 2, 27, "survey.exit.finished",
                "expected an address"),
            Fault(
                "survey: {exit: {finished: 'https://{participant}.org/'}}", 2, 27, "survey.exit.finished",
                "expected an address"),
            Fault(
                "survey: {exit: {finished: 'https://a.org/?c={cod}'}}", 2, 27, "survey.exit.finished",
                "nothing can be put in the place of {cod}, expected {participant}, {session} or {study}"),
            Fault(
                "survey: {exit: {finished: 'https://a.org/complete?cc=CODE'}}", 2, 27, "survey.exit.finished",
                "still has \"CODE\" where the recruiting service's own code belongs"),
            Fault(
                "survey: {exit: {finished: 'https://a.org/xxxx?id={participant}'}}", 2, 27, "survey.exit.finished",
                "still has \"xxxx\""),
            Fault(
                "survey: {entry: {keep: [STUDY_ID, prolific_pid]}}", 2, 24, "survey.entry.keep",
                "prolific_pid is the participant's ID"),
            Fault(
                "survey: {languages: [en], consent: false, texts: {consent_text: {en: 'See {total}'}}}", 2, 36,
                "survey.consent", "is not asked for, but survey.texts words consent_text"),
            Fault("survey: {exit: {done: 'https://a.org/'}}", 2, 17, "survey.exit.done", "unknown reason"),
            Fault(
                "survey: {entry: {participant: []}}", 2, 31, "survey.entry.participant",
                "expected a list of 1 to 20 names"),
            Fault("survey: {entry: {keep: ['STUDY ID']}}", 2, 25, "survey.entry.keep[0]", "expected a name of letters"),
            Fault(
                "survey: {consent: {requird: true}}", 2, 20, "survey.consent.requird",
                "unknown key; did you mean \"required\"?"),
            Fault(
                "survey: {languages: [en], before: [{kind: text, text: {en: Why?}}]}", 2, 36, "survey.before[0].id",
                "is missing"),
            Fault(
                "survey: {languages: [en], before: [{id: a, text: {en: A?}}]}", 2, 36, "survey.before[0].kind",
                "is missing; expected choice, choices, number, text or scale"),
            Fault(
                "survey: {languages: [en], before: [{id: a, kind: text, text: {en: A?}, min: 1}]}", 2, 72,
                "survey.before[0].min", "belongs to questions of the kind number; this one is a text"),
            Fault(
                "survey: {languages: [en], before: [{id: a, kind: choice, text: {en: A?}, choices: {x: {en: X}}}]}", 2,
                74,
                "survey.before[0].choices", "expected 2 to 100 choices, found 1"),
            Fault(
                "survey: {languages: [en, de], before: [{id: a, kind: text, text: {en: A?}}]}", 2, 60,
                "survey.before[0].text", "is not worded in de"),
            Fault(
                "survey: {languages: [en], before: [{id: a, kind: number, text: {en: A?}, min: 5, max: 5}]}", 2, 87,
                "survey.before[0].max", "takes no number: expected more than min, which is 5"),
            Fault(
                "survey: {languages: [en], before: [{id: a, kind: text, text: {en: A?}}], after: [{id: a, kind: text, text: {en: A?}}]}",
                2, 87, "survey.after[0].id", "another question is called \"a\""),
            Fault(
                "survey: {languages: [en], before: [{id: a b, kind: text, text: {en: A?}}]}", 2, 41,
                "survey.before[0].id", "a name has only letters"),
            Fault(
                "survey: {languages: [en], before: [{id: a, kind: text, text: {en: \"A\\nB\"}}]}", 2, 67,
                "survey.before[0].text.en", "the text has several lines, expected one"),
            Fault("survey: {admit: {devices: []}}", 2, 27, "survey.admit.devices", "admits nobody"),
            Fault(
                "survey: {admit: {devices: [desktop, laptop]}}", 2, 37, "survey.admit.devices[1]",
                "expected desktop, tablet or phone"),
            Fault(
                "survey: {admit: {min_window: 800}}", 2, 30, "survey.admit.min_window",
                "expected a window in pixels, such as 1024x700"),
            Fault(
                "survey: {admit: {answers: {age: {min: 18}}}}", 2, 28, "survey.admit.answers.age",
                "no question of survey.before is called \"age\""),
            Fault(
                "survey: {languages: [en], before: [{id: age, kind: number, text: {en: A?}, min: 0, max: 9}], admit: {answers: {age: {min: 18}}}}",
                2, 112, "survey.admit.answers.age", "admits nobody: the question takes 0 to 9"),
            Fault(
                "survey: {languages: [en], before: [{id: age, kind: number, text: {en: A?}, min: 0, max: 99}], admit: {answers: {age: {min: 18}}}}",
                2, 113, "survey.admit.answers.age", "may be skipped, and screens nobody then"),
            Fault(
                "survey: {languages: [en], before: [{id: s, required: true, kind: choice, text: {en: A?}, choices: {x: {en: X}, y: {en: Y}}}], admit: {answers: {s: [z]}}}",
                2, 148, "survey.admit.answers.s", "no choice of the question is called \"z\""),
            Fault("survey: {consent: yes}", 2, 19, "survey.consent", "found the truth value yes; write true"),
            Fault(
                "survey: {question: Which?}", 2, 20, "survey.question",
                "expected keys with values, found the text \"Which?\""),
            Fault("survey: {trials: 3, repeats: 4}", 2, 30, "survey.repeats", "repeats 4 of 3 trials"),
            Fault(
                "survey: {ties: no}", 2, 16, "survey.ties",
                "expected true or false, found the truth value no; write false"),
            Fault("survey: {ties: 'true'}", 2, 16, "survey.ties", "found the text \"true\""),
            Fault("survey: {ties: 1}", 2, 16, "survey.ties", "found the number 1"),
            Fault("analysis: {level: 0.5}", 2, 19, "analysis.level", "above 0.5 and below 1, as 0.95, found 0.5"),
            Fault("analysis: {level: 95%}", 2, 19, "analysis.level", "found the text \"95%\""),
            Fault("analysis: {exclusion: {}}", 2, 12, "analysis.exclusion", "did you mean \"exclusions\"?"),
            Fault(
                "analysis: {exclusions: {to_fast: {}}}", 2, 25, "analysis.exclusions.to_fast",
                "unknown key; did you mean \"too_fast\"?"),
            Fault(
                "analysis: {exclusions: {too_fast: {milliseconds: 3}}}", 2, 36,
                "analysis.exclusions.too_fast.milliseconds", "unknown key"),
            Fault(
                "analysis: {exclusions: {too_fast: {share: 1}}}", 2, 43, "analysis.exclusions.too_fast.share",
                "a share from 0, below 1, found 1"),
            Fault(
                "analysis: {exclusions: {too_fast: 300}}", 2, 35, "analysis.exclusions.too_fast",
                "expected true or false, found the number 300"),
            Fault(
                "analysis: {exclusions: {straight_lining: {share: 0.5}}}", 2, 50,
                "analysis.exclusions.straight_lining.share", "above 0.5, at most 1, found 0.5"),
            Fault(
                "analysis: {exclusions: {straight_lining: {min_votes: 1}}}", 2, 54,
                "analysis.exclusions.straight_lining.min_votes", "from 2 to 10000, found 1"),
            Fault(
                "analysis: {exclusions: {incomplete: {planned: 10}}}", 2, 47, "analysis.exclusions.incomplete.planned",
                "a share of people from 0 to 1, found 10"),
            Fault(
                "analysis: {exclusions: {failed_catch: true}}", 2, 39, "analysis.exclusions.failed_catch",
                "survey.catch plans no catch trials and survey.checks no checks, so nobody can fail one"),
            Fault(
                "survey: {catch: 1}\nanalysis: {exclusions: {failed_catch: true}}", 3, 39,
                "analysis.exclusions.failed_catch.max_failed",
                "forgives 1 (its default) of the 1 catch trial that survey.catch plans; expected fewer"),
            Fault(
                "survey: {catch: 1, checks: 2}\nanalysis: {exclusions: {failed_catch: {max_failed: 3}}}", 3, 52,
                "analysis.exclusions.failed_catch.max_failed",
                "forgives 3 of the 1 catch trial that survey.catch plans and the 2 checks that survey.checks plans; expected fewer"
            ),
            Fault("survey: {trials: 3, checks: 4}", 2, 29, "survey.checks", "plans 4 checks among 3 trials"),
            Fault("survey: {practice: -1}", 2, 20, "survey.practice", "expected"),
            Fault("survey: {breaks: often}", 2, 18, "survey.breaks", "expected"),
            Fault("survey: {report_images: 3}", 2, 25, "survey.report_images", "expected"),
            Fault("survey: {trials: 3, catch: 4}", 2, 28, "survey.catch", "plans 4 catch trials among 3 trials"),
            Fault(
                "analysis: {stopping: {}}", 2, 12, "analysis.stopping.people", "is missing; expected how many people"),
            Fault("analysis: {stopping: {people: 0}}", 2, 31, "analysis.stopping.people", "found 0"),
            Fault(
                "analysis: {stopping: {people: 9, alpha: 0.1}}", 2, 34, "analysis.stopping.alpha",
                "belongs to the rule e-value; this one is fixed"),
            Fault(
                "analysis: {stopping: {rule: evalue}}", 2, 29, "analysis.stopping.rule",
                "expected fixed or e-value, found the text \"evalue\"; did you mean \"e-value\"?"),
            Fault(
                "analysis: {stopping: {rule: e-value, alpha: 5}}", 2, 45, "analysis.stopping.alpha",
                "above 0, at most 0.5, found 5"),
            Fault("analysis: {hypotheses: B wins}", 2, 24, "analysis.hypotheses", "write [B wins]"),
            Fault("analysis: {hypotheses: ['']}", 2, 25, "analysis.hypotheses[0]", "found an empty one"),
            Fault("analysis: {hypotheses: [{}]}", 2, 25, "analysis.hypotheses[0]", "the keys of one, found nothing"),
            Fault(
                "analysis: {hypotheses: [{name: H}]}", 2, 25, "analysis.hypotheses[0]",
                "expected a statement, or a condition and a method, found neither"),
            Fault(
                "analysis: {hypotheses: [a, {name: H1, statement: b}]}", 2, 35, "analysis.hypotheses[1].name",
                "another hypothesis is called \"H1\""),
            Fault(
                "analysis: {hypotheses: [{method: B}]}", 2, 25, "analysis.hypotheses[0].condition", "is missing"),
        ])
    func one(fault: Fault) throws {
        let found = findings("study: {id: s}\n" + fault.yaml)
        try #require(found.count == 1, "\(found)")
        #expect(found[0].key == fault.key)
        #expect(found[0].message.contains(fault.says), "\(found[0])")
        #expect([found[0].line, found[0].column] == [fault.line, fault.column], "\(found[0])")
    }

    @Test(
        "a hypothesis names conditions and methods that there are",
        arguments: [
            Fault("condition: equal-tim, method: B", 4, 37, "condition", "did you mean \"equal-time\"?"),
            Fault("condition: equal-time", 4, 25, "method", "is missing; expected A or B"),
            Fault("method: B", 4, 25, "condition", "is missing; expected equal-time or other"),
            Fault(
                "condition: equal-time, method: C", 4, 57, "method", "no method of equal-time is called \"C\""),
            Fault("condition: equal-time, method: B, against: B", 4, 69, "against", "cannot be compared with itself"),
            Fault("condition: equal-time, method: B, against: []", 4, 69, "against", "name of a method of equal-time"),
            Fault(
                "condition: equal-time, method: B, direction: grater", 4, 71, "direction", "did you mean \"greater\"?"),
            Fault("condition: equal-time, methods: B, method: B", 4, 49, "methods", "did you mean \"method\"?"),
        ])
    func hypotheses(fault: Fault) throws {
        let found = findings(
            """
            study: {id: s}
            methods: {A: {}, B: {}, C: {}}
            conditions: {equal-time: {methods: [A, B]}, other: {methods: [B, C]}}
            analysis: {hypotheses: [{\(fault.yaml)}]}
            """)
        try #require(found.count == 1, "\(found)")
        #expect(found[0].key == "analysis.hypotheses[0].\(fault.key)")
        #expect(found[0].message.contains(fault.says), "\(found[0])")
        #expect([found[0].line, found[0].column] == [fault.line, fault.column], "\(found[0])")
    }

    @Test("a faulty value is reported once, and not again by what depends on it")
    func noCascade() {
        let found = findings(
            """
            study: {id: s}
            dataset: {count: lots}
            networks:
              n: {kind: dcgan, size: sixty, batch: 9000}
              s: {kind: srcnn, size: 999, factor: 4}
            methods: {A: {chain: [n, s]}, B: {chain: [nn]}}
            conditions: {c: {methods: [A, B]}}
            survey: {trials: few, repeats: 50}
            """)
        #expect(
            found.map(\.key) == [
                "dataset.count", "networks.n.size", "networks.s.size", "methods.B.chain[0]", "survey.trials",
            ])
    }

    @Test("a finding reads as a compiler's does")
    func rendering() throws {
        let finding = try #require(
            findings("study: {id: s}\nnetworks:\n  faces64:\n    kind: dcgan\n    epohcs: 9\n").first)
        #expect(
            finding.description
                == "study.yaml:5:5: error: networks.faces64.epohcs: unknown key; did you mean \"epochs\"?")
    }
}
