// The survey from the link to the answer file.

const link = new URLSearchParams(location.search)
let sitting = null

/** A whole number in 0 ..< `bound`, each equally likely. */
function randomBelow(bound) {
  const limit = Math.floor(2 ** 32 / bound) * bound
  for (;;) {
    const word = crypto.getRandomValues(new Uint32Array(1))[0]
    if (word < limit) return word % bound
  }
}

/** Who comes by this link, and for which seat. */
function visitor() {
  const prolific = participantID(link.get("PROLIFIC_PID"))
  const participant = prolific ?? participantID(link.get("participant"))
  const seat = linkedSeat() ?? (link.get("next") === null ? anySeat() : nextSeat(parseInt(link.get("next"))))
  return { participant, source: prolific === undefined ? "link" : "prolific", seat }
}

function anySeat() { return plan.seat ?? randomBelow(plan.seats) + 1 }

/** A seat for the next person on this machine: not that of the `last` one where there is another. */
function nextSeat(last) {
  if (plan.seat !== undefined || plan.seats < 2 || !(last >= 1)) return anySeat()
  return (last + randomBelow(plan.seats - 1)) % plan.seats + 1
}

/** The seat the link asks for; null where it asks for none or for one that the page has not. */
function linkedSeat() {
  const seat = Number(link.get("seat"))
  const exists = Number.isInteger(seat) && seat >= 1 && seat <= plan.seats
  return exists && (plan.seat ?? seat) === seat ? seat : null
}

/** Where the session that this link began is kept: another link begins another, and so does each next person. */
const linkKey = "open:" + ["participant", "PROLIFIC_PID", "seat"].map(name => link.get(name) || "").join("|")
  + (link.get("next") === null ? "" : `|${link.get("next")}`)

/** The key of a session of this page's only seat, where the link's own names one of another seat. */
const seatKey = plan.seat === undefined ? null : `${linkKey}@${plan.seat}`

/**
 * The key under which the session stands that this link began. Files of several seats share what a browser keeps where they are
 * opened from a disk: each has its own session.
 */
function pointer() {
  if (seatKey === null) return linkKey
  if (shelf.get(seatKey) !== null) return seatKey
  const kept = sittingAt(linkKey)
  return kept === null || kept.header.seat === plan.seat ? linkKey : seatKey
}

/** The sitting whose session stands under `key`, or null. */
function sittingAt(key, read = name => shelf.get(name)) {
  const session = read(key)
  return session === null ? null : Sitting.kept(session, read)
}

/** The kept sitting that this link began, or null. */
function keptSitting() { return sittingAt(pointer()) }

function arrive() {
  const kept = keptSitting()
  const earlier = kept === null ? earlierPage() : null
  if (earlier !== null) {
    location.replace(earlier + location.search)
  } else if (kept !== null) {
    withPairs(kept.header.seat, pairs => resume(kept, pairs))
  } else {
    const why = refusal()
    const other = sittingOfOtherPlan(why)
    if (other !== null) offerEarlier(other, why)
    else if (why !== null) screens.show("refused", { id: "refused-text", ...why })
    else receive(visitor())
  }
}

/** Why nobody can begin by this link, as a text and its values; null where it can be. */
function refusal() {
  if (!isParticipantID(visitor().participant)) return { key: "bad_participant", values: {} }
  if (link.get("seat") === null || linkedSeat() !== null) return null
  const values = { seat: link.get("seat"), seats: plan.seats, only: plan.seat }
  return { key: plan.seat ? "other_seat" : "unknown_seat", values }
}

/** The address of this page, the same for all pages that were built into one folder. */
const pagePlace = location.origin + location.pathname.replace(/index(-[0-9a-f]{16})?\.html$/, "")

/**
 * The sitting that this link began under another plan and that is not over, or whose answers nobody has yet; null where there
 * is none. Its page is not known, or cannot be reached: a single file that was sent again knows no other. Where nobody can
 * begin here (`why`), or another study is here now, only one with answers is worth a word.
 */
function sittingOfOtherPlan(why) {
  for (const key of seatKey === null ? [linkKey] : [seatKey, linkKey]) {
    for (const hash of shelf.plansWith(key)) {
      const kept = sittingAt(key, shelf.of(hash))
      if (kept === null) continue
      const { study, seat } = kept.header
      const isOfStudy = study === plan.study && seat === (plan.seat ?? seat)
      // Other studies of this server, and other files of this disk, are kept beside it: theirs began elsewhere.
      if (!isOfStudy && shelf.of(hash)(kept.placeKey) !== pagePlace) continue
      if ((why !== null || !isOfStudy) && kept.state.votes.size === 0) continue
      if (kept.state.end === null || shelf.of(hash)(kept.owedKey) !== null) return kept
    }
  }
  return null
}

/** Says that there are answers under another plan, and offers them as a file; here the survey begins from the start. */
function offerEarlier(earlier, why) {
  const isVersion = why === null && earlier.header.study === plan.study
  const begins = document.getElementById("begin-this")
  document.getElementById("save-earlier").onclick = () => {
    handover.save(earlier)
    shelf.forget(earlier.header.plan_hash, earlier.owedKey)
  }
  begins.onclick = () => receive(visitor())
  begins.hidden = why !== null
  document.getElementById("other-plan-why").hidden = why === null
  screens.show(
    "other-plan",
    { id: "other-plan-text", key: isVersion ? "other_plan" : "earlier_answers", values: { n: earlier.state.votes.size } },
    ...(why === null ? [] : [{ id: "other-plan-why", ...why }]))
}

/**
 * The page of an earlier build where this link began a sitting that has not ended, or whose answers nobody has yet, or null:
 * it goes on there, as it began.
 */
function earlierPage() {
  // A single file that was moved has no other pages beside it.
  if (dotchi.images && !/^https?:.*\/(index\.html)?$/.test(location.origin + location.pathname)) return null
  const found = dotchi.earlier.find(build => {
    const before = shelf.of(build.hash)
    const session = (seatKey === null ? null : before(seatKey)) ?? before(linkKey)
    const kept = session === null ? null : Sitting.kept(session, before)
    return kept !== null && (before(kept.owedKey) !== null || kept.state.end === null)
  })
  return found ? found.page : null
}

/** Calls `then` with the pairs of `seat` when they are there; where they do not come, the person can try again. */
let visit = 0
function withPairs(seat, then) {
  visit += 1
  const turn = visit
  const slow = setTimeout(() => turn === visit && screens.show("arriving"), 400)
  const failed = () => {
    if (turn !== visit) return
    document.getElementById("again").onclick = () => withPairs(seat, then)
    screens.show("no-pairs")
  }
  seats.load(seat).then(pairs => turn === visit && then(pairs), failed).finally(() => clearTimeout(slow))
}

/** Receives a new person: nothing is kept until they agree. */
function receive({ participant, source, seat }) {
  withPairs(seat, pairs => {
    sitting = Sitting.fresh({ participant, source, seat, language: texts.language })
    handover.saved = false
    document.getElementById("keeps-nothing").hidden = shelf.keeps
    sitting.pairs = pairs
    texts.total = pairs.length
    texts.show(texts.language)
    pictures.prepare(pairs.slice(0, 3))
    screens.show(plan.rules.consent ? "consent" : "instructions")
  })
}

/** Goes on with a kept sitting, unless another tab holds it. */
function resume(kept, pairs, force = false) {
  sitting = kept
  sitting.pairs = pairs
  const linked = languages.includes(link.get("lang"))
  if (!linked && languages.includes(kept.header.language)) texts.show(kept.header.language)
  if (kept.state.end !== null) {
    handover.show(kept)
  } else if (!hold.take(kept.header.session, force)) {
    waitElsewhere()
  } else if (!kept.has("shown") && !kept.has("image_failed")) {
    screens.show("instructions")
  } else {
    trial.note = { key: "resumed", values: { n: kept.state.next } }
    trial.go(kept)
  }
}

/** The sitting begins: from here on everything is kept. */
function begin() {
  const other = keptSitting()
  if (other !== null && other.header.session !== sitting.header.session) {
    return withPairs(other.header.seat, pairs => resume(other, pairs))
  }
  if (!hold.take(sitting.header.session)) return waitElsewhere()
  sitting.keepHeader()
  shelf.set(sitting.placeKey, pagePlace)
  shelf.set(pointer(), sitting.header.session)
  if (plan.rules.consent && !sitting.has("consent")) {
    sitting.record("consent")
    screens.show("instructions")
  } else {
    trial.go(sitting)
  }
}

/** Another tab holds the sitting: waits until it lets go. */
function waitElsewhere() {
  trial.stop()
  screens.show("elsewhere")
}

function lookElsewhere() {
  if (screens.shown !== "elsewhere" || hold.holder(sitting.header.session) !== null) return
  const kept = Sitting.kept(sitting.header.session)
  if (kept !== null) resume(kept, sitting.pairs)
}

/** Hands the machine over to the next person: a new session, in a seat that the last one had not where there is one. */
function nextPerson() {
  if (!handover.finish()) return
  shelf.remove(pointer())
  const last = sitting.header.seat
  // The page may have been built again since this one was opened, and the page of an earlier build only ends what it began.
  // A single file may stand alone, under any name.
  if (plan.folders || /\/index-[0-9a-f]{16}\.html$/.test(location.pathname)) {
    handover.saved = true
    location.replace(`index.html?lang=${texts.language}&next=${last}-${makeUUID().slice(0, 8)}`)
  } else {
    receive({ participant: undefined, source: "link", seat: nextSeat(last) })
  }
}

function showLanguage(language) {
  texts.show(language)
  screens.refill()
  if (screens.shown === "finished") handover.say()
  if (screens.shown === "trial") {
    trial.tellProgress()
    trial.say(trial.said)
  }
  if (sitting !== null && sitting.state.end === null) {
    sitting.header.language = language
    if (hold.session === sitting.header.session) sitting.keepHeader()
  }
}

/** The window lost or has the person's attention again. */
let attends = true
function attend(attending) {
  if (attending === attends) return
  attends = attending
  const running = sitting !== null && hold.session === sitting.header.session && screens.shown !== "finished"
  if (!running || !hold.isMine()) return
  sitting.record(attending ? "focus" : "blur", trial.number > 0 ? { trial: trial.number } : {})
}

const answerKeys = {
  ArrowLeft: "left", f: "left", F: "left", ArrowRight: "right", j: "right", J: "right", ArrowDown: "tie",
}

function press(event) {
  if (screens.shown !== "trial" || event.ctrlKey || event.metaKey || event.altKey) return
  const choice = answerKeys[event.key]
  if (choice === undefined && event.key !== "Backspace") return
  event.preventDefault()
  if (event.repeat) return
  if (choice === undefined) trial.undo()
  else trial.choose(choice)
}

function listen() {
  const clicks = {
    agree: begin,
    // Where another tab began meanwhile, something is stored.
    decline: () => keptSitting() === null ? screens.show("declined") : arrive(),
    start: begin,
    left: () => trial.choose("left"),
    right: () => trial.choose("right"),
    tie: () => trial.choose("tie"),
    undo: () => trial.undo(),
    continue: () => trial.go(sitting),
    here: () => resume(Sitting.kept(sitting.header.session), sitting.pairs, true),
    download: () => handover.download(),
    copy: () => handover.copy(),
    "undo-last": () => handover.takeBack(),
    "new-person": nextPerson,
  }
  for (const [id, action] of Object.entries(clicks)) document.getElementById(id).addEventListener("click", action)
  document.addEventListener("keydown", press)
  new ResizeObserver(() => layout.fit()).observe(document.getElementById("stage"))
  addEventListener("blur", () => attend(false))
  addEventListener("focus", () => attend(true))
  document.addEventListener("visibilitychange", () => attend(!document.hidden && document.hasFocus()))
  document.getElementById("answers").addEventListener("toggle", event => event.target.open && handover.read())
  addEventListener("pagehide", () => {
    handover.finish()
    hold.release()
  })
  addEventListener("pageshow", event => event.persisted && location.reload())
  addEventListener("storage", () => {
    hold.isMine()
    lookElsewhere()
  })
  setInterval(lookElsewhere, 1000)
  addEventListener("beforeunload", event => {
    if (shelf.keeps || sitting === null || sitting.events.length === 0 || handover.saved) return
    event.preventDefault()
    event.returnValue = ""
  })
}

function survey() {
  shelf.try()
  hold.lost = waitElsewhere
  trial.finished = () => handover.show(sitting)
  document.getElementById("tie").hidden = !plan.rules.ties
  document.getElementById("hint-tie").hidden = !plan.rules.ties
  document.getElementById("undo").hidden = !plan.rules.undo
  document.getElementById("hint-undo").hidden = !plan.rules.undo
  texts.offer(showLanguage)
  texts.show(texts.preferred(link.get("lang")))
  listen()
  arrive()
}

survey()
