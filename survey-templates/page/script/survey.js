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
  const prolific = (link.get("PROLIFIC_PID") || "").trim()
  const participant = prolific || (link.get("participant") || "").trim() || undefined
  return { participant, source: prolific ? "prolific" : "link", seat: linkedSeat() ?? randomBelow(plan.seats.length) + 1 }
}

/** The seat the link asks for; null where it asks for none or for one that the plan has not. */
function linkedSeat() {
  const seat = Number(link.get("seat"))
  return Number.isInteger(seat) && seat >= 1 && seat <= plan.seats.length ? seat : null
}

/** Where the session that this link began is kept: another link begins another. */
const pointer = "open:" + ["participant", "PROLIFIC_PID", "seat"].map(name => link.get(name) || "").join("|")

/** The kept sitting that this link began, or null. */
function keptSitting() {
  const session = shelf.get(pointer)
  return session === null ? null : Sitting.kept(session)
}

function arrive() {
  if (link.get("seat") !== null && linkedSeat() === null) {
    const values = { seat: link.get("seat"), seats: plan.seats.length }
    screens.show("no-seat", { id: "no-seat-text", key: "unknown_seat", values })
    return
  }
  const kept = keptSitting()
  if (kept !== null) {
    resume(kept)
  } else {
    receive(visitor())
  }
}

/** Receives a new person: nothing is kept until they agree. */
function receive({ participant, source, seat }) {
  sitting = Sitting.fresh({ participant, source, seat, language: texts.language })
  texts.total = plan.seats[seat - 1].length
  texts.show(texts.language)
  pictures.prepare(plan.seats[seat - 1].slice(0, 3))
  screens.show(plan.rules.consent ? "consent" : "instructions")
}

/** Goes on with a kept sitting, unless another tab holds it. */
function resume(kept, force = false) {
  sitting = kept
  const linked = languages.includes(link.get("lang"))
  if (!linked && languages.includes(kept.header.language)) texts.show(kept.header.language)
  if (kept.standing.finished) {
    handover.show(kept)
  } else if (!hold.take(kept.header.session, force)) {
    waitElsewhere()
  } else if (!kept.has("shown") && !kept.has("image_failed")) {
    screens.show("instructions")
  } else {
    trial.note = { key: "resumed", values: { n: kept.standing.next } }
    trial.go(kept)
  }
}

/** The sitting begins: from here on everything is kept. */
function begin() {
  const other = keptSitting()
  if (other !== null && other.header.session !== sitting.header.session) return resume(other)
  if (!hold.take(sitting.header.session)) return waitElsewhere()
  sitting.keepHeader()
  shelf.set(pointer, sitting.header.session)
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
  if (kept !== null) resume(kept)
}

function finish() {
  hold.release()
  handover.show(sitting)
}

/** Hands the machine over to the next person: a new session, in a seat that the last one had not where there is one. */
function nextPerson() {
  const last = sitting.header.seat
  shelf.remove(pointer)
  const seats = plan.seats.length
  const seat = seats > 1 ? (last + randomBelow(seats - 1)) % seats + 1 : 1
  handover.saved = false
  receive({ participant: undefined, source: "link", seat })
}

function showLanguage(language) {
  texts.show(language)
  screens.refill()
  if (screens.shown === "trial") {
    trial.tellProgress()
    trial.say(trial.said)
  }
  if (sitting !== null && !sitting.standing.finished) {
    sitting.header.language = language
    if (hold.session === sitting.header.session) sitting.keepHeader()
  }
}

/** The window lost or has the person's attention again. */
let attends = true
function attend(attending) {
  if (attending === attends) return
  attends = attending
  const running = sitting !== null && hold.session === sitting.header.session && !sitting.standing.finished
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
    decline: () => screens.show("declined"),
    start: begin,
    left: () => trial.choose("left"),
    right: () => trial.choose("right"),
    tie: () => trial.choose("tie"),
    undo: () => trial.undo(),
    continue: () => trial.go(sitting),
    here: () => resume(Sitting.kept(sitting.header.session), true),
    download: () => handover.download(),
    copy: () => handover.copy(),
    "new-person": nextPerson,
  }
  for (const [id, action] of Object.entries(clicks)) document.getElementById(id).addEventListener("click", action)
  document.addEventListener("keydown", press)
  new ResizeObserver(() => layout.fit()).observe(document.getElementById("stage"))
  addEventListener("blur", () => attend(false))
  addEventListener("focus", () => attend(true))
  document.addEventListener("visibilitychange", () => attend(!document.hidden && document.hasFocus()))
  addEventListener("pagehide", () => hold.release())
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
  trial.finished = finish
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
