// One trial after the other: two images, one choice.

/** How long a silent server is waited for before the person is offered to try again, in milliseconds. */
const patience = 10000

/** What the images of a pair are, in the order of their names: the reference is there where the study shows one. */
const sides = ["left", "right", "reference"]

const trial = {
  session: null,
  pairs: [],
  number: 0,
  /** When both images came into view, in milliseconds of the page's clock; null before. */
  shownAt: null,
  /** Whether the images of the asked trial stand in the page, and no answer to it was given. */
  isPlaced: false,
  /** The latest wait for answers to be taken. */
  waiting: null,
  /** When the question was asked, the images being in view. */
  askedAt: 0,
  /** Whether answers are taken. */
  open: false,
  /** Counts what is asked; a later one makes all that an earlier one still waits for void. */
  turn: 0,
  /** What is said below the images: a key of the texts and its values, or null. */
  said: null,
  /** What is said while the first images after a reload are in view. */
  note: null,
  /** The sides of the asked trial whose images could not be shown, until the person tries again or goes on without. */
  failedSides: [],
  finished: () => {},

  /** Whether the pair is in view and not answered: people look at it as they like. */
  get isLookedAt() {
    return this.isPlaced && this.shownAt !== null && !layout.isSmall && document.querySelector(".chosen") === null
  },

  /** Goes on with `session` where it stands; from a page between two pairs to the next of them. */
  go(session, isFromPage = false) {
    this.session = session
    this.pairs = session.pairs
    const { state } = session
    // The pair stays in view from question to question.
    if (state.next !== null && state.next === this.number && this.shownAt !== null) return this.askNext()
    const page = isFromPage ? null : steps.pageBefore(state)
    if (page !== null || state.next === null) this.stop()
    if (page !== null) steps.show(page, session)
    else if (state.next === null) this.finished()
    else this.ask(steps.coming(state)[0])
  },

  /** Asks the next question about the pair in view. */
  askNext() {
    this.turn += 1
    this.markNone()
    this.setOpen(false)
    questions.ask(this.session.state.question)
    screens.show("trial")
    this.tellProgress()
    this.askedAt = performance.now()
    this.acceptSoon(this.turn)
  },

  /** Takes no more answers. */
  stop() {
    this.turn += 1
    this.number = 0
    this.isPlaced = false
    this.shownAt = null
    this.setOpen(false)
    this.offerAgain(false)
    pictures.keep([])
  },

  async ask(number) {
    this.turn += 1
    const turn = this.turn
    this.number = number
    this.shownAt = null
    this.isPlaced = false
    this.setOpen(false)
    this.say(null)
    this.offerAgain(false)
    questions.ask(this.session.state.question)
    screens.show("trial")
    this.tellProgress()
    this.hidePair()
    context.prepare(this.session.header.seat)
    layout.fit()
    const { state } = this.session
    pictures.keep([state.undoable, ...steps.coming(state).slice(0, 3)].filter(Boolean).map(near => this.pairs[near - 1]))
    const slow = setTimeout(() => turn === this.turn && this.say({ key: "loading" }), 400)
    const silent = setTimeout(() => turn === this.turn && this.offerAgain(true), patience)
    const loads = await Promise.allSettled(this.pairs[number - 1].map(name => pictures.load(name)))
    clearTimeout(slow)
    clearTimeout(silent)
    if (turn !== this.turn) return
    this.offerAgain(false)
    const failed = sides.filter((_side, index) => loads[index]?.status === "rejected")
    if (failed.length > 0) this.fail(failed)
    else this.reveal(loads.map(load => load.value), turn)
  },

  /** Shows both images in the same frame. */
  reveal(images, turn) {
    requestAnimationFrame(() => {
      if (turn !== this.turn) return
      for (const [index, side] of sides.slice(0, images.length).entries()) {
        document.querySelector(`#${side} .picture`).replaceChildren(images[index])
      }
      this.isPlaced = true
      flip.begin()
      enlarge.begin()
      this.showPair()
    })
  },

  /** Shows the images that stand in the page, where the window has room for them. */
  showPair() {
    // A question that was answered while the window changed is not asked again.
    questions.ask(this.session.state.question)
    this.markNone()
    byId("small").hidden = !layout.isSmall
    byId("pair").classList.remove("over")
    byId("pair").classList.toggle("shown", !layout.isSmall)
    context.show(layout.isSmall ? 0 : this.number)
    if (layout.isSmall) return
    layout.reveal()
    const { turn } = this
    requestAnimationFrame(() => {
      if (turn === this.turn && this.shownAt === null && !layout.isSmall) this.inView(turn)
    })
  },

  /** The images were laid out; `isOther` where they stand otherwise than before, or have room again or no more. */
  laidOut(isOther) {
    if (!this.isPlaced) return
    if (layout.isSmall || this.shownAt === null) {
      if (!isOther) return
      // Out of view, the pair is one that is yet to be shown: nothing is answered that is not seen.
      this.turn += 1
      this.shownAt = null
      this.setOpen(false)
      this.say(null)
      flip.begin()
      enlarge.begin()
      return this.showPair()
    }
    if (!tabLock.isMine()) return
    view.record(this.session)
    if (!isOther) return
    layout.reveal()
    // A check names the image by where it stands.
    questions.show()
    // What is answered is not asked again while the choice is marked.
    if (document.querySelector(".chosen") === null) this.acceptSoon(this.turn)
  },

  /** The images are in view, and answers are taken when they were so for a moment. */
  inView(turn) {
    if (!tabLock.isMine()) return
    // One reading for response times and the event, not the frame's, which a busy machine may bring much later.
    this.shownAt = performance.now()
    this.askedAt = this.shownAt
    // The first change of what is seen.
    flip.since = this.shownAt
    this.session.record("shown", { trial: this.number, render: "img", shown_px: layout.shownPixels })
    view.record(this.session)
    timing.expose()
    const ahead = steps.coming(this.session.state).filter(number => number !== this.number).slice(0, 2)
    pictures.ahead(ahead.map(number => this.pairs[number - 1]), () => turn === this.turn)
    this.acceptSoon(turn)
  },

  /**
   * Takes answers when the images were in view long enough, and the question; none before, since they were meant for what was
   * there before.
   */
  acceptSoon(turn) {
    timing.limit(turn)
    this.setOpen(false)
    const waiting = this.waiting = {}
    if (!flip.isSeen) return this.say({ key: "flip_first" })
    const left = plan.rules.min_view_ms - (performance.now() - this.shownAt)
    if (left > 0) this.say({ key: "look_first" })
    const wait = Math.max(left, plan.rules.min_response_ms)
    if (wait <= 0) this.accept()
    else setTimeout(() => turn === this.turn && waiting === this.waiting && this.accept(), wait)
  },

  accept() {
    this.say(this.note)
    this.setOpen(true)
  },

  choose(choice) {
    if (plan.rules.graded || choice === "tie" && !plan.rules.ties) return
    const id = flip.isOn && choice !== "tie" ? `choose-${choice}` : choice
    this.answer({ choice }, byId(id))
  },

  /** Answers with a grade, -3 to 3. */
  grade(grade) {
    this.answer({ choice: grade < 0 ? "left" : grade > 0 ? "right" : "tie", grade }, grades.buttons[grade + 3])
  },

  answer(answer, button) {
    if (!this.open || !tabLock.isMine()) return
    const response = Math.max(0, Math.round(performance.now() - this.askedAt))
    // Where the page was busy, a key may come before the end that it should have heard of first.
    if (response > plan.view.limit_ms) return timing.end()
    this.session.record(steps.isPractice(this.session, this.number) ? "practice" : "vote", {
      trial: this.number, ...this.named(questions.asked), ...answer, response_ms: response, render: "img",
      shown_px: layout.shownPixels,
    })
    this.note = null
    this.say(null)
    this.goOnAfterPause(button)
  },

  /** A question as events name it, where it has an id. */
  named(question) { return question === null ? {} : { question } },

  /** Marks the choice for a moment, then goes on. */
  goOnAfterPause(button) {
    this.turn += 1
    const turn = this.turn
    const stays = this.session.state.next === this.number
    if (!stays) this.isPlaced = false
    this.setOpen(false)
    byId("undo").disabled = true
    button.classList.add("chosen")
    setTimeout(() => turn === this.turn && !stays && this.hidePair(), 180)
    setTimeout(() => turn === this.turn && this.go(this.session), 300)
  },

  undo() {
    if (byId("undo").disabled) return
    this.takeBack()
  },

  /** Takes the last answer back and asks its question again. */
  takeBack() {
    if (!tabLock.isMine()) return
    const { undoable, undoableQuestion } = this.session.state
    this.session.record("undo", { trial: undoable, ...this.named(undoableQuestion) })
    this.note = null
    // Who answers again looks again.
    if (plan.view.exposure_ms !== undefined) this.shownAt = null
    this.go(this.session)
  },

  /** The images of these sides cannot be shown: nothing is given up before the person goes on without them. */
  fail(sides) {
    if (!tabLock.isMine()) return
    const { number } = this
    const isPractice = steps.isPractice(this.session, number)
    this.note = null
    this.stop()
    this.failedSides = sides
    const { failures } = this.session.state
    const before = failures.get(number) ?? 0
    // Where no image comes, each pair that is asked would be one that is given up; but the last ones are not asked for ever.
    const isStopped = before === 0 && this.failedInARow() >= 2
    const isLast = isPractice || before + 1 >= plan.rules.image_tries
    byId("continue").hidden = isStopped
    const key = isStopped ? "images_stopped" : isLast ? "image_last" : "image_postponed"
    screens.show("failed", { id: "failed-text", key, values: { n: isPractice ? number - this.session.total : number } })
  },

  /** How many trials in a row the person went on without, since images were last in view. */
  failedInARow() {
    const kinds = this.session.events.map(event => event.kind)
    return kinds.slice(kinds.lastIndexOf("shown") + 1).filter(kind => kind === "image_failed").length
  },

  /** Asks the trial again, with its images loaded again. */
  again() {
    const [next] = steps.coming(this.session.state)
    if (next !== undefined) pictures.renew(this.pairs[next - 1])
    this.go(this.session, true)
  },

  /** Goes on without the images that failed: the trial comes again at the end, or is left out. */
  goOnWithout() {
    if (!tabLock.isMine()) return
    const [side, ...others] = this.failedSides
    const choice = others.length === 0 && side !== "reference" ? { choice: side } : {}
    this.session.record("image_failed", { trial: steps.coming(this.session.state)[0], ...choice })
    this.go(this.session)
  },

  /** Offers to load the images again, where a server is silent. */
  offerAgain(isSilent) { byId("load-again").hidden = !isSilent },

  hidePair() {
    byId("pair").classList.remove("shown")
    context.show(0)
    this.markNone()
    for (const picture of document.querySelectorAll(".picture")) picture.replaceChildren()
  },

  /** No choice is marked. */
  markNone() {
    for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen")
  },

  setOpen(open) {
    this.open = open
    if (!open) steps.dialog.close()
    for (const id of ["left", "right"]) byId(id).disabled = !open || plan.rules.graded || flip.isOn
    for (const id of ["tie", "choose-left", "choose-right"]) byId(id).disabled = !open || plan.rules.graded
    byId("report").disabled = !open
    for (const button of grades.buttons) button.disabled = !open
    const undoable = plan.rules.undo && this.number > 0 && this.session.state.undoable !== null
    byId("undo").disabled = !undoable
  },

  /** Says a text below the images; null says nothing. */
  say(said) {
    this.said = said
    byId("status").textContent = said === null ? "" : texts.of(said.key, said.values)
  },

  tellProgress() {
    const { total } = this.session
    const isPractice = steps.isPractice(this.session, this.number)
    byId("undo").hidden = !plan.rules.undo || isPractice
    const done = total - this.session.state.open.length
    const bar = byId("progress")
    bar.setAttribute("aria-valuemax", String(total))
    bar.setAttribute("aria-valuenow", String(done))
    byId("bar").style.inlineSize = `${done / total * 100}%`
    byId("count").textContent = isPractice
      ? texts.of("practice_progress", { n: this.number - total, total: plan.steps.practice })
      : texts.of("progress", { n: this.number, total })
  },
}
