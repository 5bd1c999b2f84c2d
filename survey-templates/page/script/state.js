// What the events of a session come to: which votes count, what is asked next, what can be taken back, when it is over.
// The rules are those of Sources/Answers/SessionState.swift, which explains them; Tests/SessionLists holds both to one
// result.

/** The events in the order in which they count. */
function inOrder(events) {
  const rank = kind => kind === "undo" ? 1 : kind === "finish" ? 2 : 0
  return [...events].sort((one, other) =>
    one.t_ms - other.t_ms || rank(one.kind) - rank(other.kind) || (one.id < other.id ? -1 : Number(one.id > other.id)))
}

/**
 * What `events`, in any order, come to in a seat of `count` trials, each with these `questions`, where a trial is asked `tries`
 * times whose images cannot be shown or whose time is over: by trial and question the vote that counts (`votes`); how many trials are `answered`; by
 * trial how often it was asked in vain (`failures`); the trials that are left, in the order in which they are asked (`open`), the
 * first of them (`next`) and its `question`; what can be taken back (`undoable`, `undoableQuestion`); trials that are not
 * answered because they were asked in vain (`leftOut`); when the session ended (`end`). What is not there is null.
 *
 * Behind the trials are numbered `practice` pairs to practise on: those that are left of them (`training`); whether the person
 * has come to the trials (`begun`); the most trials that were answered when one was asked (`askedAt`).
 */
function sessionState(events, count, tries, practice = 0, questions = [null]) {
  const trials = Array.from({ length: count }, (_, index) => index + 1)
  const votes = new Map()
  const failures = new Map()
  const timeouts = new Map()
  const failed = trial => failures.get(trial) ?? 0
  const place = (trial, question) => question === null ? trial : `${trial} ${question}`
  const lacking = trial => questions.find(question => !votes.has(place(trial, question)))
  const isAnswered = trial => lacking(trial) === undefined
  const isOpen = trial => !isAnswered(trial) && failed(trial) < tries
  let [end, lastVote, lastID] = [null, null, null]
  let [answered, askedAt] = [0, 0]
  const change = (trial, make) => {
    const before = isAnswered(trial)
    make()
    answered += Number(isAnswered(trial)) - Number(before)
  }
  const practised = new Set()
  let begun = false
  for (const event of inOrder(events)) {
    if (event.id === lastID) continue
    lastID = event.id
    if (end !== null && event.t_ms > end) break
    const named = event.trial ?? null
    const isVain = ["image_failed", "timeout"].includes(event.kind)
    if (isVain || event.kind === "practice") practised.add(named)
    if (named !== null && !trials.includes(named)) continue
    if (named !== null && (isVain || ["shown", "vote"].includes(event.kind))) begun = true
    const question = event.question ?? null
    const isUndo = event.kind === "undo"
    if (named !== null && (isVain || event.kind === "shown")) askedAt = Math.max(askedAt, answered)
    if ((event.kind === "vote" || isUndo && question !== null) && !questions.includes(question)) continue
    if (event.kind === "vote" && named !== null) {
      change(named, () => {
        // Set again, so that the latest vote is the last.
        votes.delete(place(named, question))
        votes.set(place(named, question), event)
      })
      lastVote = event
      if (tries > 1) failures.set(named, timeouts.get(named) ?? 0)
    } else if (isVain && named !== null) {
      failures.set(named, failed(named) + 1)
      if (event.kind === "timeout") timeouts.set(named, (timeouts.get(named) ?? 0) + 1)
      lastVote = null
    } else if (isUndo) {
      // What is not named is that of the latest vote.
      const fits = vote => (named === null || vote.trial === named) && (question === null || vote.question === question)
      const taken = [...votes].filter(([, vote]) => fits(vote)).pop()
      if (taken !== undefined) change(taken[1].trial, () => votes.delete(taken[0]))
      lastVote = null
    } else if (event.kind === "finish" && end === null && !trials.some(isOpen)) {
      end = event.t_ms
    }
  }
  const open = trials.filter(isOpen).sort((one, other) => failed(one) - failed(other) || one - other)
  const undoable = end === null ? lastVote : null
  return {
    votes,
    answered,
    open,
    next: open[0] ?? null,
    question: open.length > 0 ? lacking(open[0]) ?? null : null,
    undoable: undoable?.trial ?? null,
    undoableQuestion: undoable?.question ?? null,
    failures,
    leftOut: trials.filter(trial => failures.has(trial) && !isAnswered(trial) && !isOpen(trial)),
    end,
    training: begun || end !== null ? [] : Array.from({ length: practice }, (_, index) => count + index + 1)
      .filter(number => !practised.has(number)),
    begun,
    askedAt,
  }
}

/** Whether the practice is over, of a survey with some, and the first trial is still to come. */
function isAfterPractice({ next, end, training, begun }, practice) {
  return practice > 0 && end === null && next !== null && training.length === 0 && !begun
}

/** Whether a break is due before the next trial, where one is offered after `every` votes each; 0 for never. */
function isBreakDue({ answered, next, end, askedAt }, every) {
  return every > 0 && end === null && next !== null && answered % every === 0 && answered > askedAt
}
