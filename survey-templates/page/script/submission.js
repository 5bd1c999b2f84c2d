// The end, or where the person stops before it: the answer file is saved, shared, copied or read. At the end the last answer can
// be taken back until then, or until the page is left.

const submission = {
  session: null,
  /** What became of the answers by the last button: a key of the texts, or null. */
  handing: null,
  /** What is said of the last copying: a key of the texts, or null. */
  copyStatus: null,

  /** How the person leaves, where a collector said it; else null. */
  leaving: null,
  /** Whether the person asked to end the session, and the collector does not have all of it yet. */
  isEnding: false,

  show(session) {
    this.session = session
    this.leaving = null
    this.isEnding = session.state.end !== null
    this.handing = null
    this.copyStatus = null
    const { answered, next, leftOut } = session.state
    const [isStopped, total] = [next !== null, session.total]
    byId("answers").open = false
    byId("go-on").hidden = !isStopped
    byId("share").hidden = navigator.canShare?.({ files: [this.text] }) !== true
    this.offer()
    if (sender.isOn) this.sent()
    const thanks = leftOut.length === 0 ? "thanks" : plan.view.limit_ms === undefined ? "thanks_failed" : "thanks_left"
    screens.show(
      "finished",
      { id: "finished-title", key: isStopped ? "stopped_title" : "thanks_title" },
      {
        id: "thanks-text", key: isStopped ? "stopped" : thanks,
        values: { n: answered, failed: leftOut.length, total },
      })
  },

  /** Offers the file as it stands, and to take the last answer back where that can be done. */
  offer() {
    const { next, undoable } = this.session.state
    byId("file-name").textContent = this.session.fileName
    byId("answer-text").value = this.session.file
    byId("undo-last").hidden = !plan.rules.undo || undoable === null || next !== null
    this.say()
  },

  /** Says what is left to be done, in the language shown now. */
  say() {
    if (sender.isOn) this.saySent()
    const isHanded = this.session.isHanded
    // A name between isolates, since it is written from left to right in each language.
    const values = { file: `\u2068${this.session.fileName}\u2069` }
    if (!sender.isOn || this.handing !== null) {
      texts.put(byId("hand-over"), this.handing ?? (isHanded ? "handed_over" : "hand_over"), values)
    }
    if (sender.isOn) return
    byId("file-name").hidden = isHanded && this.handing === "saved"
    byId("copy-status").textContent = this.copyStatus === null ? "" : texts.of(this.copyStatus)
    // Who is sent on is sent when the answers are safe.
    const leave = byId("leave-finished")
    if (isHanded || this.handing !== null) offerExit("leave-finished", this.session.state.next === null ? "finished" : "stopped")
    else leave.hidden = true
    const share = byId("share")
    const leads = !share.hidden && matchMedia("(pointer: coarse)").matches
    share.classList.toggle("main", leads && leave.hidden)
    byId("download").classList.toggle("main", !leads && leave.hidden)
    // What the browser does not keep is lost only as long as nobody has it.
    byId("keeps-nothing").hidden = storage.keeps || isHanded
    byId("next-person").hidden =
      this.session.header.source === "prolific" || this.session.state.next !== null && !isHanded
  },

  /** Says what the collector has, and what is left to be done. The file is offered where it cannot be reached. */
  saySent() {
    const isWaiting = sender.isRefused || sender.pause > 4000 && !sender.isDone
    const isOver = this.session.state.next === null
    const key = sender.isRefused ? "send_refused" : isWaiting ? "send_waits" : !sender.isDone ? "sending"
      : isOver && !this.isEnding ? "sent_last" : "sent"
    texts.put(byId("hand-over"), key)
    byId("finish").hidden = !isOver || this.isEnding
    for (const id of ["download", "copy", "answers", "file-name"]) byId(id).hidden = !isWaiting
    for (const element of document.querySelectorAll(".of-file")) element.hidden = !isWaiting
    if (!isWaiting) byId("share").hidden = true
    byId("next-person").hidden = this.leaving === null || this.session.header.source === "prolific"
    const code = this.leaving?.receipt
    byId("receipt").hidden = !code
    if (code) texts.put(byId("receipt"), "receipt", { code: `\u2068${code}\u2069` })
    byId("link").hidden = isOver
    byId("link-address").textContent = sender.link
    showExit("leave-finished", this.leaving?.exit)
  },

  /** Something else was sent, or cannot be: says so, and asks how the person leaves when all of it is there. */
  async sent() {
    if (screens.shown !== "finished" && this.session === null) return
    const { session } = this
    const isOver = session.state.next === null
    if (sender.isDone && this.leaving === null && (this.isEnding || !isOver)) {
      const leaving = await sender.leave()
      if (session !== this.session || this.leaving !== null) return
      this.leaving = leaving
      if (leaving !== null && isOver) {
        session.hand()
        storage.remove(session.owedKey)
        this.saySent()
        const anchor = byId("leave-finished")
        if (!anchor.hidden && !this.hasGone) {
          this.hasGone = true
          anchor.click()
        }
        return
      }
      if (leaving === null && isOver) setTimeout(() => this.sent(), 5000)
    }
    this.saySent()
  },
  hasGone: false,

  /** The person is through. */
  end() {
    if (!this.finish()) return
    this.isEnding = true
    this.sent()
  },

  /** Ends the session, if all was asked and it has not ended; false where another tab has it. */
  finish() {
    if (screens.shown !== "finished" || this.session.state.end !== null) return true
    if (!tabLock.isMine()) return false
    if (this.session.state.next !== null) return true
    this.session.record("finish")
    storage.set(this.session.owedKey, "1")
    tabLock.release()
    this.offer()
    return true
  },

  /** The person has the answers, in the way that the text `key` names. */
  handedOver(key) {
    this.handing = key
    storage.remove(this.session.owedKey)
    this.session.hand()
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
    if (!this.isBoxed) return this.handedOver("saved")
    this.handing = "save_unsure"
    byId("answers").open = true
    this.say()
  },

  /** Whether the page is in a sandbox that may forbid downloads, of which it is never told: none lets it set this. */
  get isBoxed() {
    try {
      document.domain = document.domain
      return false
    } catch {
      // On a disk no page may.
      return location.protocol !== "file:" || self !== top
    }
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

  /** The answers as a file that browsers share: they know no `.jsonl`. */
  get text() {
    return new File([this.session.file], this.session.fileName.replace(/jsonl$/, "txt"), { type: "text/plain" })
  },

  /** Hands the answers to a program that the person chooses. */
  async share() {
    if (!this.finish()) return
    this.copyStatus = null
    try {
      await navigator.share({ files: [this.text] })
    } catch {
      // The person chose none.
      return this.say()
    }
    this.handedOver("shared")
  },

  async copy() {
    if (!this.finish()) return
    let copied
    try {
      await navigator.clipboard.writeText(this.session.file)
      copied = true
    } catch {
      const area = byId("answer-text")
      byId("answers").open = true
      area.focus()
      area.select()
      copied = document.execCommand("copy")
    }
    this.copyStatus = copied ? "copied" : "copy_failed"
    if (copied) this.handedOver(null)
    else this.say()
  },
}
