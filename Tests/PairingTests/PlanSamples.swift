import Pairing
import Study

/// A study of conditions `c0`, `c1`, ... with these methods.
func study(methods: [[String]], trials: Int, repeats: Int = 0) -> Study {
    Study(
        identity: StudyIdentity(id: "faces"),
        conditions: methods.enumerated().map { Condition(name: "c\($0)", methods: $1) },
        survey: SurveySettings(languages: [.english, .japanese], trials: trials, repeats: repeats))
}

/// Generation 3 of a pool.
func generation(_ method: String, _ condition: String, _ count: Int) -> PoolGeneration {
    PoolGeneration(pool: PoolKey(method: method, condition: condition), number: 3, count: count)
}

/// A plan of such a study, all pools of the same size.
func plan(
    methods: [[String]], trials: Int, repeats: Int = 0, seats: Int, images: Int = 60, seed: UInt64 = 1
) throws -> SurveyPlan {
    let study = study(methods: methods, trials: trials, repeats: repeats)
    let generations = study.conditions.flatMap { condition in
        condition.methods.map { generation($0, condition.name, images) }
    }
    return try makePlan(study: study, generations: generations, seats: seats, seed: seed)
}
