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
 * What `events`, in any order, come to in a seat of `count` trials, where a trial is asked `tries` times whose images cannot be
 * shown: by trial the vote that counts (`votes`) and how often its images failed (`failures`); the trials that are left, in the
 * order in which they are asked (`open`), and the first of them (`next`), null for none; the one whose vote can be taken back
 * (`undoable`), null for none; trials without a vote because an image could not be shown (`leftOut`); when the session ended
 * (`end`), null for not yet.
 *
 * Behind the trials are numbered `practice` pairs to practise on: those that are left of them (`training`); whether the person
 * has come to the trials (`begun`); whether a trial was in view that has no vote (`isAhead`).
 */
function sessionState(events, count, tries, practice = 0) {
  const trials = Array.from({ length: count }, (_, index) => index + 1)
  const votes = new Map()
  const failures = new Map()
  const failed = trial => failures.get(trial) ?? 0
  const isOpen = trial => !votes.has(trial) && failed(trial) < tries
  const inView = new Set()
  const practised = new Set()
  let begun = false
  let [end, lastVoted, lastID] = [null, null, null]
  for (const event of inOrder(events)) {
    if (event.id === lastID) continue
    lastID = event.id
    if (end !== null && event.t_ms > end) break
    const named = event.trial ?? null
    if (["practice", "image_failed"].includes(event.kind)) practised.add(named)
    if (named !== null && !trials.includes(named)) continue
    if (named !== null && ["shown", "vote", "image_failed"].includes(event.kind)) begun = true
    if (event.kind === "shown") inView.add(named)
    if (event.kind === "vote" && named !== null) {
      // Set again, so that the latest vote is the last.
      votes.delete(named)
      votes.set(named, event)
      lastVoted = named
      if (tries > 1) failures.delete(named)
    } else if (event.kind === "image_failed" && named !== null) {
      failures.set(named, failed(named) + 1)
      lastVoted = null
    } else if (event.kind === "undo") {
      votes.delete(named ?? [...votes.keys()].pop())
      lastVoted = null
    } else if (event.kind === "finish" && end === null && !trials.some(isOpen)) {
      end = event.t_ms
    }
  }
  const open = trials.filter(isOpen).sort((one, other) => failed(one) - failed(other) || one - other)
  return {
    votes,
    open,
    next: open[0] ?? null,
    undoable: end === null ? lastVoted : null,
    failures,
    leftOut: trials.filter(trial => failures.has(trial) && !votes.has(trial) && !isOpen(trial)),
    end,
    training: begun || end !== null ? [] : Array.from({ length: practice }, (_, index) => count + index + 1)
      .filter(number => !practised.has(number)),
    begun,
    isAhead: [...inView].some(trial => trial !== null && !votes.has(trial)),
  }
}

/** Whether the practice is over, of a survey with some, and the first trial is still to come. */
function isAfterPractice({ next, end, training, begun }, practice) {
  return practice > 0 && end === null && next !== null && training.length === 0 && !begun
}

/** Whether a break is due before the next trial, where one is offered after `every` votes each; 0 for never. */
function isBreakDue({ votes, next, end, isAhead }, every) {
  return every > 0 && end === null && next !== null && votes.size > 0 && votes.size % every === 0 && !isAhead
}
