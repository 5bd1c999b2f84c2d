// What stands beside the pairs that count: practice before them, breaks between them, reports of their images.

const steps = {
  /** When the page between two pairs came into view, in milliseconds of the page's clock. */
  since: 0,

  /** Whether a pair is there to practise on: those are numbered behind the others. */
  isPractice(session, number) { return number > session.total },

  /** What is asked in the order in which it comes, practice first. */
  coming({ training, open }) { return [...training, ...open] },

  /** The page that comes before the next pair: after practice, or for a break; null for none. */
  pageBefore(state) {
    if (isAfterPractice(state, plan.steps.practice)) return "practice-over"
    return isBreakDue(state, plan.steps.breaks) ? "break" : null
  },

  /** Shows that page. */
  show(id, session) {
    this.since = performance.now()
    const values = { n: session.state.answered, total: session.total }
    screens.show(id, { id: `${id}-text`, key: id === "break" ? "break_text" : "practice_over", values })
    const [next] = this.coming(session.state)
    pictures.ahead([session.pairs[next - 1]], () => screens.shown === id)
  },

  /** What is pressed at once was meant for the page before. */
  get isTooEarly() { return performance.now() - this.since < plan.rules.min_response_ms },

  /** Goes on to the next pair. */
  goOn() {
    // After a pair whose time is over, such a page may be what comes.
    if (!this.isTooEarly && tabLock.isMine()) trial.go(session, screens.shown !== "time-up")
  },

  /** Stops here, as at any pair. */
  stop() {
    if (!this.isTooEarly) stopHere()
  },

  /** Enter and Space go on too, but where the focus is on what they press by themselves. */
  press(event) {
    const isOnPage = ["break", "practice-over", "time-up"].includes(screens.shown)
    // Who exchanges images by Space presses it as their time ends.
    const isExchange = event.key === " " && screens.shown === "time-up" && flip.isOn
    if (!isOnPage || screens.isPressed(event) || isExchange || ![" ", "Enter"].includes(event.key)) return
    event.preventDefault()
    if (!event.repeat) this.goOn()
  },

  /** Which image a check asks for, by where it stands, or which grade; null where the pair is asked about. */
  instruction(session, number) {
    const side = session && dotchi.checks[session.header.seat]?.[number]
    if (!side) return null
    if (plan.rules.graded) return texts.of("check_graded", { grade: texts.of(`grade_${side}_much`) })
    return texts.of(`check_${layout.isStacked ? { left: "upper", right: "lower" }[side] : side}`)
  },

  get dialog() { return byId("reporting") },

  /** Asks which image is reported; the pair waits, and its time goes on. */
  askReport() {
    if (!trial.open || !tabLock.isMine()) return
    for (const [side, place] of [["left", "upper"], ["right", "lower"]]) {
      texts.put(byId(`report-${side}`), `${layout.isStacked ? place : side}_image`)
    }
    this.dialog.showModal()
    // On neither side, so that no key press reports one at once.
    byId("report-which").focus()
  },

  /** Reports the image on a side; the pair is answered all the same. */
  report(choice) {
    const asked = this.dialog.open && trial.open
    this.dialog.close()
    if (!asked || !tabLock.isMine()) return
    trial.session.record("answer", { question: "report", trial: trial.number, choice })
    trial.say({ key: "reported" })
  },

  clicks: {
    "practice-over-go": () => steps.goOn(),
    "practice-over-stop": () => steps.stop(),
    "break-go": () => steps.goOn(),
    "break-stop": () => steps.stop(),
    "time-up-go": () => steps.goOn(),
    "time-up-stop": () => steps.stop(),
    report: () => steps.askReport(),
    "report-left": () => steps.report("left"),
    "report-right": () => steps.report("right"),
    "report-cancel": () => steps.dialog.close(),
  },
}
