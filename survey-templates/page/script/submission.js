// The end: the answer file is saved, copied or read. Until then, or until the page is left, the last answer can be taken
// back.

const submission = {
  session: null,
  /** Whether the answers were saved or copied. */
  saved: false,
  /** What is said of the last copying: a key of the texts, or null. */
  copyStatus: null,

  show(session) {
    this.session = session
    this.saved = storage.get(session.handedKey) !== null
    this.copyStatus = null
    this.offer()
    document.getElementById("answers").open = false
    document.getElementById("next-person").hidden = session.header.source === "prolific"
    const failed = session.state.leftOut.length
    const values = { failed, total: session.pairs.length }
    screens.show("finished", { id: "thanks-text", key: failed > 0 ? "thanks_failed" : "thanks", values })
  },

  /** Offers the file as it stands, and to take the last answer back where that can be done. */
  offer() {
    document.getElementById("file-name").textContent = this.session.fileName
    document.getElementById("answer-text").value = this.session.file
    document.getElementById("undo-last").hidden = !plan.rules.undo || this.session.state.undoable === null
    this.say()
  },

  /** Says what is left to be done, in the language shown now. */
  say() {
    texts.put(document.getElementById("hand-over"), this.saved ? "handed_over" : "hand_over")
    document.getElementById("copy-status").textContent = this.copyStatus === null ? "" : texts.of(this.copyStatus)
    // Who is sent on is sent when the answers are safe.
    if (this.saved) offerExit("leave-finished", "finished")
    else document.getElementById("leave-finished").hidden = true
    document.getElementById("download").classList.toggle("main", document.getElementById("leave-finished").hidden)
    // What the browser does not keep is lost only as long as nobody has it.
    document.getElementById("keeps-nothing").hidden = storage.keeps || this.saved
  },

  /** Ends the session, if it has not ended; false where another tab has it. */
  finish() {
    if (screens.shown !== "finished" || this.session.state.end !== null) return true
    if (!tabLock.isMine()) return false
    this.session.record("finish")
    storage.set(this.session.owedKey, "1")
    tabLock.release()
    this.offer()
    return true
  },

  /** The person has the answers. */
  handedOver() {
    this.saved = true
    storage.remove(this.session.owedKey)
    storage.set(this.session.handedKey, "1")
    this.say()
  },

  takeBack() {
    if (this.session.state.undoable !== null) trial.takeBack()
  },

  /** The answers are shown as text, to be copied by hand. */
  read() {
    if (this.finish()) storage.remove(this.session.owedKey)
  },

  download() {
    if (!this.finish()) return
    this.save(this.session)
    this.copyStatus = null
    this.handedOver()
  },

  /** Hands the answer file of `session` to the browser, to be saved. */
  save(session) {
    const address = URL.createObjectURL(new Blob([session.file], { type: "application/jsonl" }))
    const link = document.createElement("a")
    link.href = address
    link.download = session.fileName
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), 60000)
  },

  async copy() {
    if (!this.finish()) return
    let copied
    try {
      await navigator.clipboard.writeText(this.session.file)
      copied = true
    } catch {
      const area = document.getElementById("answer-text")
      document.getElementById("answers").open = true
      area.focus()
      area.select()
      copied = document.execCommand("copy")
    }
    this.copyStatus = copied ? "copied" : "copy_failed"
    if (copied) this.handedOver()
    else this.say()
  },
}
