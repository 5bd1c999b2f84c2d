// One tab at a time holds a sitting, so that no answer counts twice.

const hold = {
  tab: makeUUID(),
  session: null,
  beat: null,
  lost: () => {},

  key(session) { return `${session}:hold` },

  /** The tab that holds `session` and is alive, or null. */
  holder(session) {
    const held = JSON.parse(shelf.get(this.key(session)) || "null")
    return held !== null && Date.now() - held.at < 4000 ? held.tab : null
  },

  /** Takes hold of `session`; false where another tab holds it, unless it is taken by force. */
  take(session, force = false) {
    const holder = this.holder(session)
    if (holder !== null && holder !== this.tab && !force) return false
    this.release()
    this.session = session
    this.write()
    this.beat = setInterval(() => this.isMine() && this.write(), 1000)
    return true
  },

  write() { shelf.set(this.key(this.session), JSON.stringify({ tab: this.tab, at: Date.now() })) },

  /** Whether this tab still holds its sitting; where not, the page is told. */
  isMine() {
    if (this.session === null || !shelf.keeps) return true
    const held = JSON.parse(shelf.get(this.key(this.session)) || "null")
    if (held === null || held.tab === this.tab) return true
    clearInterval(this.beat)
    this.session = null
    this.lost()
    return false
  },

  /** Lets go, so that another tab need not wait. */
  release() {
    clearInterval(this.beat)
    if (this.session !== null && this.isMine()) shelf.remove(this.key(this.session))
    this.session = null
  },
}
