// For how long the images of a pair are in view, and how long its question waits, where the study limits that.

const timing = {
  /** Hides the images when they were in view long enough, and records for how long that was; a hidden tab shows none. */
  expose() {
    const { exposure_ms: most } = plan.view
    if (most === undefined) return
    const { shownAt, session } = trial
    // What was answered is hidden by that.
    const isSame = () => trial.isPlaced && trial.shownAt === shownAt
    let [since, before] = [shownAt, 0]
    const elapsed = () => before + (document.hidden ? 0 : performance.now() - since)
    document.onvisibilitychange = () => {
      const now = performance.now()
      if (document.hidden) before += now - since
      since = now
    }
    const hide = () => {
      byId("pair").classList.add("over")
      requestAnimationFrame(() => {
        if (!isSame() || !tabLock.isMine()) return
        session.record("answer", { question: "view.exposure", value: Math.round(elapsed()) })
      })
    }
    const look = () => {
      if (!isSame()) return
      // The nearest frame, at 60 a second.
      if (elapsed() < most - 8) requestAnimationFrame(look)
      else hide()
    }
    requestAnimationFrame(look)
  },

  /** Ends the pair when its question has waited long enough, and shows how much of that is left. */
  limit(turn) {
    const most = plan.view.limit_ms
    const bar = byId("time")
    bar.hidden = most === undefined
    if (most === undefined) return
    const left = Math.max(0, most - (performance.now() - trial.askedAt))
    for (const running of bar.getAnimations()) running.cancel()
    bar.animate([{ scale: `${left / most} 1` }, { scale: "0 1" }], { duration: left, fill: "forwards" })
    setTimeout(() => turn === trial.turn && this.end(), left)
  },

  /** The time of the pair is over: it comes again at the end, or is left out. The person says when to go on. */
  end() {
    if (!tabLock.isMine()) return
    const { session, number } = trial
    session.record("timeout", { trial: number })
    trial.note = null
    trial.say(null)
    trial.stop()
    steps.since = performance.now()
    const isPractice = steps.isPractice(session, number)
    const comesAgain = !isPractice && session.state.open.includes(number)
    const n = isPractice ? number - session.total : number
    screens.show("time-up", { id: "time-up-text", key: comesAgain ? "time_up" : "time_up_last", values: { n } })
  },
}
