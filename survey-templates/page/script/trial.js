// One trial after the other: two images, one choice.

const trial = {
  session: null,
  pairs: [],
  number: 0,
  /** When both images came into view, in milliseconds of the page's clock; null before. */
  shownAt: null,
  /** Whether answers are taken. */
  open: false,
  /** Counts what is asked; a later one makes all that an earlier one still waits for void. */
  turn: 0,
  /** What is said below the images: a key of the texts and its values, or null. */
  said: null,
  /** What is said while the first images after a reload are in view. */
  note: null,
  finished: () => {},

  /** Goes on with `session` where it stands. */
  go(session) {
    this.session = session
    this.pairs = session.pairs
    const next = session.state.next
    if (next === null) {
      this.stop()
      this.finished()
    } else {
      this.ask(next)
    }
  },

  /** Takes no more answers. */
  stop() {
    this.turn += 1
    this.number = 0
    this.setOpen(false)
    pictures.prepare([])
  },

  async ask(number) {
    this.turn += 1
    const turn = this.turn
    this.number = number
    this.shownAt = null
    this.setOpen(false)
    this.say(null)
    screens.show("trial")
    this.tellProgress()
    this.hidePair()
    layout.fit()
    const [left, right] = this.pairs[number - 1]
    pictures.prepare(this.pairs.slice(Math.max(0, number - 2), number + 3))
    const slow = setTimeout(() => turn === this.turn && this.say({ key: "loading" }), 400)
    const loads = await Promise.allSettled([pictures.load(left), pictures.load(right)])
    clearTimeout(slow)
    if (turn !== this.turn) return
    const failed = ["left", "right"].filter((_side, index) => loads[index].status === "rejected")
    if (failed.length > 0) this.leaveOut(failed)
    else this.reveal(loads.map(load => load.value), turn)
  },

  /** Shows both images in the same frame. */
  reveal(images, turn) {
    requestAnimationFrame(() => {
      if (turn !== this.turn) return
      for (const [index, side] of ["left", "right"].entries()) {
        document.querySelector(`#${side} .picture`).replaceChildren(images[index])
      }
      document.getElementById("pair").classList.add("shown")
      requestAnimationFrame(() => {
        if (turn === this.turn) this.inView(turn)
      })
    })
  },

  inView(turn) {
    if (!tabLock.isMine()) return
    // One reading for response times and the event, not the frame's, which a busy machine may bring much later.
    this.shownAt = performance.now()
    this.session.record("shown", { trial: this.number, render: "img", shown_px: layout.shownPixels })
    if (plan.rules.min_view_ms > 0) this.say({ key: "look_first" })
    // What is pressed at once was meant for the page before.
    const wait = Math.max(plan.rules.min_view_ms, plan.rules.min_response_ms)
    if (wait === 0) this.accept()
    else setTimeout(() => turn === this.turn && this.accept(), wait)
  },

  accept() {
    this.say(this.note)
    this.setOpen(true)
  },

  choose(choice) {
    if (!this.open || (choice === "tie" && !plan.rules.ties) || !tabLock.isMine()) return
    const response = Math.max(0, Math.round(performance.now() - this.shownAt))
    this.session.record("vote", {
      trial: this.number, choice, response_ms: response, render: "img", shown_px: layout.shownPixels,
    })
    this.note = null
    this.say(null)
    this.goOnAfterPause(choice)
  },

  /** Marks the choice for a moment, then goes on. */
  goOnAfterPause(choice) {
    this.turn += 1
    const turn = this.turn
    this.setOpen(false)
    document.getElementById("undo").disabled = true
    document.getElementById(choice).classList.add("chosen")
    setTimeout(() => turn === this.turn && this.hidePair(), 180)
    setTimeout(() => turn === this.turn && this.go(this.session), 300)
  },

  undo() {
    if (document.getElementById("undo").disabled) return
    this.takeBack()
  },

  /** Takes the last answer back and asks its trial again. */
  takeBack() {
    if (!tabLock.isMine()) return
    this.session.record("undo", { trial: this.session.state.undoable })
    this.note = null
    this.go(this.session)
  },

  /** The images of these sides cannot be shown: the trial is left out, and the person told. */
  leaveOut(sides) {
    if (!tabLock.isMine()) return
    const number = this.number
    this.note = null
    this.stop()
    for (const side of sides) this.session.record("image_failed", { trial: number, choice: side })
    screens.show("failed", { id: "failed-text", key: "image_failed", values: { n: number } })
  },

  hidePair() {
    document.getElementById("pair").classList.remove("shown")
    for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen")
    for (const picture of document.querySelectorAll(".picture")) picture.replaceChildren()
  },

  setOpen(open) {
    this.open = open
    for (const id of ["left", "right", "tie"]) document.getElementById(id).disabled = !open
    const undoable = plan.rules.undo && this.number > 0 && this.session.state.undoable !== null
    document.getElementById("undo").disabled = !undoable
  },

  /** Says a text below the images; null says nothing. */
  say(said) {
    this.said = said
    document.getElementById("status").textContent = said === null ? "" : texts.of(said.key, said.values)
  },

  tellProgress() {
    const total = this.pairs.length
    const bar = document.getElementById("progress")
    bar.setAttribute("aria-valuemax", String(total))
    bar.setAttribute("aria-valuenow", String(this.number - 1))
    document.getElementById("bar").style.inlineSize = `${(this.number - 1) / total * 100}%`
    document.getElementById("count").textContent = texts.of("progress", { n: this.number, total })
  },
}
