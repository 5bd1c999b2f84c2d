// The survey from the link to the answer file.

const link = new URLSearchParams(location.search)
let session = null

/** A whole number in 0 ..< `bound`, each equally likely. */
function randomBelow(bound) {
  const limit = Math.floor(2 ** 32 / bound) * bound
  for (;;) {
    const word = crypto.getRandomValues(new Uint32Array(1))[0]
    if (word < limit) return word % bound
  }
}

/** The parameter of the link that is called `name` in any case: its name as it stands there, and its value; or undefined. */
function parameter(name) { return [...link].find(([key]) => key.toLowerCase() === name.toLowerCase()) }

/** The parameter that has the participant's id, and the id; undefined where the link has none. */
const linkedPerson = plan.entry.participant.map(parameter)
  .filter(found => found !== undefined)
  .map(([name, value]) => ({ name, id: participantID(value) }))
  .find(person => person.id !== undefined)

/** Whether a service left a placeholder in place of the id. */
function isUnfilled(id) { return /^(\{.*\}|\[.*\]|<.*>|\$\{.*\}|%.*%)$/s.test(id) }

/** Who comes by this link, and for which seat. */
function visitor() {
  const next = link.get("next") === null ? anySeat() : nextSeat(parseInt(link.get("next")))
  // Two people by one link are two seats, where there are two.
  const seat = people.lastSeat === null ? linkedSeat() ?? next : nextSeat(people.lastSeat)
  const source = linkedPerson?.name.toLowerCase() === "prolific_pid" ? "prolific" : "link"
  return { participant: linkedPerson?.id, source, seat }
}

function anySeat() { return plan.seat ?? randomBelow(plan.seats) + 1 }

/** A seat for the next person on this machine: not that of the `last` one where there is another. */
function nextSeat(last) {
  if (plan.seat !== undefined || plan.seats < 2 || !(last >= 1)) return anySeat()
  return (last + randomBelow(plan.seats - 1)) % plan.seats + 1
}

/** The seat the link asks for; null where it asks for none or for one that the page has not. */
function linkedSeat() {
  const asked = link.get("seat") ?? ""
  const seat = /^[0-9]+$/.test(asked) ? Number(asked) : 0
  const exists = seat >= 1 && seat <= plan.seats
  return exists && (plan.seat ?? seat) === seat ? seat : null
}

/** Where the session that this link began is kept: another link begins another, and so does each next person. */
const linkKey = "open:" + ["participant", "PROLIFIC_PID", "seat"].map(name => link.get(name) || "").join("|")
  + (link.get("next") === null ? "" : `|${link.get("next")}`)
  + (["participant", "PROLIFIC_PID", undefined].includes(linkedPerson?.name) ? "" : `|${linkedPerson.id}`)

/** The key of a session of this page's only seat, where the link's own names one of another seat. */
const seatKey = plan.seat === undefined ? null : `${linkKey}@${plan.seat}`

/**
 * The key under which the session stands that this link began. Files of several seats share what a browser keeps where they are
 * opened from a disk: each has its own session.
 */
function pointer() {
  if (seatKey === null) return linkKey
  if (storage.get(seatKey) !== null) return seatKey
  const kept = sessionAt(linkKey)
  return kept === null || kept.header.seat === plan.seat ? linkKey : seatKey
}

/** The sessions whose ids are kept under `key`. */
function sessionsAt(key, read = name => storage.get(name)) {
  return (read(key) ?? "").split(" ").map(id => Session.kept(id, read)).filter(kept => kept !== null)
}

/** The session whose id is kept under `key`, or null. */
function sessionAt(key, read) { return sessionsAt(key, read)[0] ?? null }

/** The kept session that this link leads to, but for one that the person here said is somebody else's; or null. */
function keptSession() {
  const kept = sessionAt(pointer())
  return kept === null || people.isOthers(kept) ? null : kept
}

/** Whether this is the page of an earlier build, which only ends what it began. A single file may have any name. */
function isEarlierPage() { return /\/index-[0-9a-f]{16}\.html$/.test(location.pathname) }

function arrive() {
  const kept = people.next
  // Before what somebody has finished comes what somebody may go on with.
  const isOver = kept !== null && kept.state.end !== null && linkedPerson === undefined && !people.isOwn(kept)
  const earlier = kept === null || isOver ? earlierPage(isOver) : null
  if (earlier !== null) {
    location.replace(earlier + location.search)
  } else if (kept !== null) {
    withPairs(kept.header.seat, pairs => people.meet(kept, pairs))
  } else if (people.lastSeat !== null && isEarlierPage()) {
    location.replace(`index.html${location.search}`)
  } else {
    const why = refusal()
    const other = sessionOfOtherPlan(why)
    if (other !== null) offerEarlier(other, why)
    else if (why !== null) screens.show("refused", { id: "refused-text", ...why })
    else admit()
  }
}

/** Under this key stands why the person who came by this link does not take part: a key of the texts. */
const outKey = () => `${pointer()}:out`

/** Receives a new person, if the device, the window and what they answered before let them in. */
function admit() {
  const why = storage.get(outKey()) ?? admission.reason
  if (why === null) receive(visitor())
  else admission.refuse(why)
}

/** Lets the person go by their answers, and says `why`: nothing is kept of them but that they came. */
async function screenOut(why = "screened_out") {
  const out = sender.isOn ? sender.expel(questionnaire.screening ?? "quota.full") : null
  if (out === null) forgetSession()
  storage.set(outKey(), why)
  admission.refuse(why)
  if (out === null) return
  // Nobody begins before the collector has forgotten this person.
  const next = byId("next-instead")
  const isHidden = next.hidden
  next.hidden = true
  showExit("leave-refused", (await out)?.exit)
  forgetSession()
  next.hidden = isHidden
}

/** Nothing of the session is kept. */
function forgetSession() {
  tabLock.release()
  session.forget()
  people.leave(session)
}

/** Why nobody can begin by this link, as a text and its values; null where it can be. */
function refusal() {
  if (linkedPerson === undefined && plan.entry.required) return { key: "missing_participant", values: {} }
  if (linkedPerson !== undefined && isUnfilled(linkedPerson.id)) return { key: "unfilled_link", values: {} }
  if (!isParticipantID(visitor().participant)) return { key: "bad_participant", values: {} }
  if (link.get("seat") === null || linkedSeat() !== null) return null
  const values = { seat: link.get("seat"), seats: plan.seats, only: plan.seat }
  return { key: plan.seat ? "other_seat" : "unknown_seat", values }
}

/** The address of this page, the same for all pages that were built into one folder. */
const pagePlace = location.origin + location.pathname.replace(/index(-[0-9a-f]{16})?\.html$/, "")

/**
 * The session that this link began under another plan and that is not over, or whose answers nobody has yet; null where there
 * is none. Its page is not known, or cannot be reached: a single file that was sent again knows no other. Where nobody can
 * begin here (`why`), or another study is here now, only one with answers is worth a word.
 */
function sessionOfOtherPlan(why) {
  for (const key of seatKey === null ? [linkKey] : [seatKey, linkKey]) {
    for (const { hash, kept } of otherSessions(key)) {
      if (people.isOthers(kept)) continue
      const { study, seat } = kept.header
      const isOfStudy = study === plan.study && seat === (plan.seat ?? seat)
      // Other studies of this server, and other files of this disk, are kept beside it: theirs began elsewhere.
      if (!isOfStudy && storage.of(hash)(kept.placeKey) !== pagePlace) continue
      if ((why !== null || !isOfStudy) && kept.state.votes.size === 0) continue
      if (kept.state.end === null || storage.of(hash)(kept.owedKey) !== null) return kept
    }
  }
  return null
}

/** The sessions that stand under `key` for other plans, each with its plan's hash; also those that others began there. */
function otherSessions(key) {
  return [key, `aside:${key}`].flatMap(name =>
    storage.plansWith(name).flatMap(hash => sessionsAt(name, storage.of(hash)).map(kept => ({ hash, kept }))))
}

/** Says that there are answers under another plan, and offers them as a file; here the survey begins from the start. */
function offerEarlier(earlier, why) {
  const isVersion = why === null && earlier.header.study === plan.study
  const begins = byId("begin-this")
  byId("save-earlier").onclick = () => {
    submission.save(earlier)
    if (!submission.isBoxed) storage.forget(earlier.header.plan_hash, earlier.owedKey)
  }
  begins.onclick = admit
  begins.hidden = why !== null
  byId("other-plan-why").hidden = why === null
  screens.show(
    "other-plan",
    { id: "other-plan-text", key: isVersion ? "other_plan" : "earlier_answers", values: { n: earlier.state.votes.size } },
    ...(why === null ? [] : [{ id: "other-plan-why", ...why }]))
}

/**
 * The page of an earlier build where this link began a session that has not ended, or whose answers nobody has yet, or null:
 * it goes on there, as it began. With `isOpen` only one that has not ended.
 */
function earlierPage(isOpen) {
  // A single file that was moved has no other pages beside it.
  if (dotchi.images && !/^https?:.*\/(index\.html)?$/.test(location.origin + location.pathname)) return null
  const found = dotchi.earlier.find(build => {
    const before = storage.of(build.hash)
    const own = seatKey !== null && before(seatKey) !== null ? seatKey : linkKey
    return [...sessionsAt(own, before), ...sessionsAt(people.asideKey, before)].some(kept =>
      !people.isOthers(kept) && (!isOpen && before(kept.owedKey) !== null || kept.state.end === null))
  })
  return found ? found.page : null
}

/** Calls `then` with the pairs of `seat` when they are there; where they do not come, the person can try again. */
let visit = 0
function withPairs(seat, then) {
  visit += 1
  const turn = visit
  const slow = setTimeout(() => turn === visit && screens.show("arriving"), 400)
  const again = byId("arrive-again")
  again.hidden = true
  const silent = setTimeout(() => { again.hidden = turn !== visit }, patience)
  for (const id of ["again", "arrive-again"]) byId(id).onclick = () => withPairs(seat, then)
  const failed = why => {
    if (turn !== visit) return
    if (why?.status === 410) return location.reload()
    if (why?.status === 409) {
      screens.show("refused", { id: "refused-text", key: "full" })
      showExit("leave-refused", why.exit)
      return
    }
    offerExit("leave-technical", "technical")
    screens.show("no-pairs")
  }
  seats.load(seat).then(pairs => turn === visit && then(pairs), failed).finally(() => {
    clearTimeout(slow)
    clearTimeout(silent)
  })
}

/** Receives a new person: nothing is kept until they agree. */
function receive({ participant, source, seat }) {
  const greet = pairs => {
    session = Session.fresh({ participant, source, seat, language: texts.language })
    letterKeys.follow(session)
    byId("keeps-nothing").hidden = storage.keeps
    session.pairs = pairs
    texts.total = session.total
    texts.show(texts.language)
    if (plan.rules.consent) screens.show("consent")
    else agree()
  }
  // A collector gives a seat to who agreed.
  if (sender.isOn) greet([])
  else withPairs(seat, greet)
}

/** Asks what is asked about the person, then says what to do. */
function ask() {
  const measure = () => calibration.ask(session, instruct)
  if (plan.before.length === 0) return measure()
  questionnaire.show("before", session, async () => {
    if (questionnaire.screening !== undefined) return screenOut()
    if (plan.quota) {
      screens.show("arriving")
      if (!await sender.hasPlace()) return screenOut("full")
    }
    measure()
  })
}

/** All pairs are asked: asks what is asked after them, unless that was passed, then comes to the end. */
function askAfter() {
  const end = () => submission.show(session)
  if (plan.after.length === 0 || session.state.end !== null || storage.get(session.afterKey) !== null) return end()
  questionnaire.show("after", session, () => {
    storage.set(session.afterKey, "1")
    end()
  })
}

/** Leaves the questions: before the first pair nothing is kept of the person then; after the last the pairs are. */
function leaveQuestions() {
  if (!tabLock.isMine()) return
  if (questionnaire.name === "before") {
    forgetSession()
    decline()
  } else {
    submission.show(session)
  }
}

/** Says what to do, while the first images load: none is asked for before the person agreed. */
function instruct() {
  screens.show("instructions")
  const [next] = steps.coming(session.state)
  if (next !== undefined) pictures.ahead([session.pairs[next - 1]], () => true)
}

/** Goes on with a kept session, unless another tab holds it. */
function resume(kept, pairs, force = false) {
  session = kept
  session.pairs = pairs
  sender.follow(session)
  letterKeys.follow(session)
  const linked = languages.includes(link.get("lang"))
  if (!linked && languages.includes(kept.language)) texts.show(kept.language)
  if (kept.state.end !== null) {
    submission.show(kept)
  } else if (!tabLock.take(kept.header.session, force)) {
    waitElsewhere()
  } else if (!kept.has("shown") && !kept.has("image_failed")) {
    recordView()
    ask()
  } else {
    recordView()
    trial.note = kept.state.begun ? { key: "resumed", values: { n: kept.state.next } } : null
    calibration.ask(kept, () => trial.go(kept))
  }
}

/** The session begins: from here on everything is kept. False where it began elsewhere. */
function begin() {
  const other = keptSession()
  if (other !== null && other.header.session !== session.header.session) {
    withPairs(other.header.seat, pairs => people.meet(other, pairs))
    return false
  }
  if (!tabLock.take(session.header.session)) {
    waitElsewhere()
    return false
  }
  session.keepHeader()
  storage.set(session.placeKey, pagePlace)
  people.lead(session)
  letterKeys.keep(session)
  if (session.events.length === 0) {
    if (plan.rules.consent) session.record("consent", { value: plan.rules.consents[texts.language] })
    recordEntry()
  }
  sender.follow(session)
  return true
}

function agree() {
  if (!sender.isOn) return plan.rules.consent ? begin() && ask() : ask()
  withPairs(null, pairs => {
    session.pairs = pairs
    if (begin()) ask()
  })
}

function start() {
  if (!begin()) return
  recordView()
  trial.go(session)
}

/** Records what of the link is kept, and in which language and colours the survey begins. */
function recordEntry() {
  for (const name of plan.entry.keep) {
    const value = parameter(name)?.[1].slice(0, 200)
    // What a service left in place of a value is none.
    if (value && !isUnfilled(value) && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) session.record("answer", { question: `link.${name}`, value })
  }
  recordView()
}

/**
 * Puts where the study sends people who leave for `reason` into the link `id`, and shows it; the link stays hidden where they
 * are sent nowhere.
 */
function offerExit(id, reason) {
  if (!sender.isOn) return showExit(id, plan.exit[reason])
  showExit(id)
  sender.leave(reason).then(leaving => showExit(id, leaving?.exit))
}

/** Shows the link `id` to `template`, with names in braces; hides it where there is none. */
function showExit(id, template) {
  const anchor = byId(id)
  anchor.hidden = !template
  if (!template) return
  const kept = Object.fromEntries(plan.entry.keep.map(name => [name, parameter(name)?.[1] ?? ""]))
  const values = {
    ...kept, participant: session?.header.participant ?? linkedPerson?.id ?? "", study: plan.study,
    session: session?.header.session ?? "",
  }
  anchor.href = template.replace(/\{([^{}]*)\}/g, (_all, name) => encodeURIComponent(values[name]))
  anchor.textContent = texts.of("leave", { host: new URL(anchor.href).host })
}

const darkScheme = matchMedia("(prefers-color-scheme: dark)")

/** Records in which language and colour scheme the page is shown, where that is not what the session has last. */
function recordView() {
  if (session === null || tabLock.session !== session.header.session || session.state.end !== null) return
  const scheme = darkScheme.matches ? "dark" : "light"
  if (session.language !== texts.language) session.record("language", { value: texts.language })
  if (session.last("scheme") !== scheme) session.record("scheme", { value: scheme })
}

/** Another tab holds the session: waits until it lets go. */
function waitElsewhere() {
  trial.stop()
  screens.show("elsewhere")
}

function lookElsewhere() {
  if (screens.shown !== "elsewhere" || tabLock.holder(session.header.session) !== null) return
  const kept = Session.kept(session.header.session)
  if (kept !== null) resume(kept, session.pairs)
}

/** Stops before the end: the answers so far can be handed over, and the person may go on. */
function stopHere() {
  if (!tabLock.isMine()) return
  trial.stop()
  trial.note = null
  submission.show(session)
}

/** Goes on after stopping. */
function goOn() {
  byId("keeps-nothing").hidden = storage.keeps
  trial.go(session)
}

/** Whether the page itself goes elsewhere. */
let isLeaving = false

/** Hands the machine over to the next person: a new session, in a seat that the last one had not where there is one. */
function nextPerson() {
  if (!submission.finish()) return
  tabLock.release()
  people.leave(session)
  const last = session.header.seat
  // The page may have been built again since this one was opened.
  if (plan.folders || isEarlierPage()) {
    isLeaving = true
    location.replace(`index.html?lang=${texts.language}&next=${last}-${makeUUID().slice(0, 8)}`)
  } else {
    receive({ participant: undefined, source: "link", seat: nextSeat(last) })
  }
}

function showLanguage(language) {
  texts.show(language)
  screens.refill()
  const again = {
    finished: () => submission.say(),
    questions: () => questionnaire.fill(),
    "same-person": () => people.ask(),
    refused: () => admission.why !== null && admission.refuse(admission.why),
    declined: () => offerExit("leave-declined", "declined"),
    "no-pairs": () => offerExit("leave-technical", "technical"),
    trial: () => {
      trial.tellProgress()
      trial.say(trial.said)
      layout.fit()
      layout.reveal()
    },
  }
  again[screens.shown]?.()
  // Before the consent the header is not kept yet, and says in which language it was given.
  if (session !== null && session.events.length === 0) session.header.language = language
  if (screens.shown !== "consent") recordView()
}

/** The window lost or has the person's attention again. */
let attends = true
function attend(attending) {
  if (attending === attends) return
  attends = attending
  const running = session !== null && tabLock.session === session.header.session && screens.shown !== "finished"
  if (!running || !tabLock.isMine()) return
  session.record(attending ? "focus" : "blur", trial.number > 0 ? { trial: trial.number } : {})
}

const answerKeys = { ArrowLeft: "left", f: "left", F: "left", ArrowRight: "right", j: "right", J: "right" }
/** The same by their places, where another script, layout or input method has other letters there. */
const answerPlaces = { KeyF: "left", KeyJ: "right" }
/** Those whose meaning depends on how the images stand: stacked, down points at the second, and what lies between F and J is a tie. */
const besideKeys = { ArrowDown: "tie" }
const stackedKeys = { ArrowUp: "left", ArrowDown: "right", g: "tie", G: "tie" }
const stackedPlaces = { KeyG: "tie" }

function press(event) {
  if (screens.shown !== "trial" || steps.dialog.open || event.ctrlKey || event.metaKey || event.altKey) return
  if (!letterKeys.takes(event) || enlarge.press(event) || flip.press(event) || grades.press(event)) return
  const [keys, places] = layout.isStacked ? [stackedKeys, stackedPlaces] : [besideKeys, {}]
  const choice = answerKeys[event.key] ?? keys[event.key] ?? answerPlaces[event.code] ?? places[event.code]
  if (choice === undefined && event.key !== "Backspace") return
  event.preventDefault()
  if (event.repeat) return
  if (choice === undefined) trial.undo()
  else trial.choose(choice)
}

/** Nothing is stored of who declines. */
function decline() {
  people.forgetOthers()
  offerExit("leave-declined", "declined")
  screens.show("declined")
}

function listen() {
  const clicks = {
    agree,
    // Where another tab began meanwhile, something is stored.
    decline: () => keptSession() === null ? decline() : arrive(),
    start,
    "same-person-yes": () => people.isSame(),
    "same-person-no": () => people.isAnother(),
    "questions-leave": leaveQuestions,
    "next-instead": () => {
      storage.remove(outKey())
      admit()
    },
    left: () => trial.choose("left"),
    right: () => trial.choose("right"),
    tie: () => trial.choose("tie"),
    undo: () => trial.undo(),
    stop: stopHere,
    "load-again": () => trial.again(),
    "try-images": () => trial.again(),
    continue: () => trial.goOnWithout(),
    "stop-failed": stopHere,
    "go-on": goOn,
    here: () => resume(Session.kept(session.header.session), session.pairs, true),
    finish: () => submission.end(),
    download: () => submission.download(),
    share: () => submission.share(),
    copy: () => submission.copy(),
    "undo-last": () => submission.takeBack(),
    "new-person": nextPerson,
    ...steps.clicks,
    ...flip.clicks,
    ...enlarge.clicks,
    ...calibration.clicks,
  }
  for (const [id, action] of Object.entries(clicks)) {
    // The second click of a double click is none of its own: it may meet what the first one brought.
    byId(id).addEventListener("click", event => event.detail > 1 || action())
  }
  byId("questions-form").addEventListener("submit", event => {
    event.preventDefault()
    questionnaire.goOn()
  })
  letterKeys.box.addEventListener("change", () => letterKeys.choose(session))
  byId("card-size").addEventListener("input", () => calibration.fit())
  document.addEventListener("keydown", event => {
    press(event)
    steps.press(event)
  })
  new ResizeObserver(() => layout.refit()).observe(byId("stage"))
  // A page that is scrolled may have a stage of the same size in another window.
  addEventListener("resize", () => {
    admission.look()
    calibration.draw()
    layout.fit()
  })
  darkScheme.addEventListener("change", () => {
    recordView()
    layout.fit()
  })
  addEventListener("blur", () => attend(false))
  addEventListener("focus", () => attend(true))
  byId("answers").addEventListener("toggle", event => event.target.open && submission.read())
  addEventListener("online", () => sender.hurry())
  document.addEventListener("visibilitychange", () => {
    attend(!document.hidden && document.hasFocus())
    if (document.hidden) sender.send(true)
    else sender.hurry()
  })
  addEventListener("pagehide", () => {
    submission.finish()
    sender.send(true)
    tabLock.release()
  })
  addEventListener("pageshow", event => event.persisted && location.reload())
  addEventListener("storage", () => {
    tabLock.isMine()
    lookElsewhere()
  })
  setInterval(() => {
    lookElsewhere()
    layout.look()
  }, 1000)
  addEventListener("beforeunload", event => {
    if (isLeaving || session === null || session.events.length === 0 || session.isHanded) return
    if (sender.isOn && sender.isDone) return
    // What is kept is there when the person comes back; on the last page nothing would bring them.
    if (storage.keeps && (screens.shown !== "finished" || session.state.votes.size === 0)) return
    event.preventDefault()
    event.returnValue = ""
  })
}

function survey() {
  storage.try()
  tabLock.lost = waitElsewhere
  trial.finished = askAfter
  admission.admitted = admit
  people.recognised = resume
  people.other = arrive
  questionnaire.begun = () => session.events.length > 0 || begin()
  flip.offer()
  enlarge.offer()
  grades.offer()
  sender.changed = () => screens.shown === "finished" && submission.sent()
  const { ties, undo, graded } = plan.rules
  const { context, limit_ms: limit, exposure_ms: exposure } = plan.view
  const hidden = {
    report: !plan.steps.report_images, "hint-practice": plan.steps.practice === 0, "hint-questions": plan.questions.length < 2,
    tie: !ties || graded, "hint-tie": !ties, undo: !undo, "hint-undo": !undo, "hint-context": context === "none",
    "hint-limit": limit === undefined, "hint-exposure": exposure === undefined,
  }
  for (const [id, isHidden] of Object.entries(hidden)) byId(id).hidden = isHidden
  for (const element of document.querySelectorAll(".kept")) element.hidden = plan.entry.keep.length === 0
  const way = graded ? "_graded" : flip.isOn ? "_flip" : ""
  byId("hint-task").dataset.text = `instructions${way || (limit === undefined ? "" : "_timed")}`
  byId("hint-pointer").dataset.text = `pointer_hint${way}`
  byId("hint-keys").dataset.text = `keys_hint${way}`
  view.begin()
  if (context !== "none") byId("hint-context").dataset.text = `instructions_${context}`
  texts.offer(showLanguage)
  texts.show(texts.preferred(link.get("lang")))
  listen()
  if (!sender.isOn) return arrive()
  sender.takeOver().then(kept => {
    if (kept !== null) tabMemory.set("own", kept.header.session)
    arrive()
  }, arrive)
}

survey()
