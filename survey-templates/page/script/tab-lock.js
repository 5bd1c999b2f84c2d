// One tab at a time holds the lock of a session, so that no answer counts twice.

const tabLock = {
  tab: makeUUID(),
  session: null,
  beat: null,
  lost: () => {},

  key(id) { return `${id}:hold` },

  /** The tab that took session `id` last, and when it was heard of; null for none. */
  held(id) { return JSON.parse(storage.get(this.key(id))) },

  /** The tab that holds session `id` and is alive, or null. */
  holder(id) {
    const held = this.held(id)
    return held !== null && Date.now() - held.at < 4000 ? held.tab : null
  },

  /** Takes the lock of session `id`; false where another tab holds it, unless it is taken by force. */
  take(id, force = false) {
    const holder = this.holder(id)
    if (holder !== null && holder !== this.tab && !force) return false
    this.release()
    this.session = id
    this.write()
    this.beat = setInterval(() => this.isMine() && this.write(), 1000)
    return true
  },

  write() { storage.set(this.key(this.session), JSON.stringify({ tab: this.tab, at: Date.now() })) },

  /** Whether this tab still holds its session; calls `lost` where not. */
  isMine() {
    if (this.session === null || !storage.keeps) return true
    const held = this.held(this.session)
    if (held === null || held.tab === this.tab) return true
    clearInterval(this.beat)
    this.session = null
    this.lost()
    return false
  },

  /** Lets go, so that another tab need not wait. */
  release() {
    clearInterval(this.beat)
    if (this.session !== null && this.isMine()) storage.remove(this.key(this.session))
    this.session = null
  },
}
