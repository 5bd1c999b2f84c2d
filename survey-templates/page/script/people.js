// Whose session it is where people share a browser: who comes again is asked, unless the link names them or the tab knows them.

/** What this tab alone keeps, over reloads and over the pages of earlier builds; else it stays in memory. */
const tabMemory = {
  held: {},

  get(key) {
    try {
      return sessionStorage.getItem(`dotchi:${key}`)
    } catch {
      return this.held[key] ?? null
    }
  },

  set(key, text) {
    this.held[key] = text
    try {
      sessionStorage.setItem(`dotchi:${key}`, text)
    } catch {
      // It is held in memory.
    }
  },
}

const people = {
  /** The session that is asked about, and its pairs. */
  asked: null,
  pairs: [],
  /** Called with the session and its pairs where the person is the one who began it. */
  recognised: (_kept, _pairs) => {},
  /** Called where they are somebody else. */
  other: () => {},

  /** The key under which sessions stand that others began by this link and have not finished. */
  get asideKey() { return `aside:${seatKey ?? linkKey}` },

  get aside() { return sessionsAt(this.asideKey) },

  keepAside(sessions) {
    if (sessions.length === 0) storage.remove(this.asideKey)
    else storage.set(this.asideKey, sessions.map(kept => kept.header.session).join(" "))
  },

  /** The sessions that this link began, but those that the person here said are not theirs: first the one that it leads to. */
  get found() {
    return [...sessionsAt(pointer()), ...this.aside].filter(kept => !this.isOthers(kept))
  },

  /** The session to go on with, or to ask about: this tab's, else one that is not finished, else what the link leads to; or null. */
  get next() {
    const { found } = this
    const own = found.find(kept => this.isOwn(kept))
    return own ?? found.find(kept => kept.state.end === null) ?? found[0] ?? null
  },

  isOwn(kept) { return tabMemory.get("own") === kept.header.session },

  /** Whether the person here said that the session is not theirs. */
  isOthers(kept) { return (tabMemory.get("others") ?? "").split(" ").includes(kept.header.session) },

  /** The seat of the session that was last said to be somebody else's; null where none was. */
  get lastSeat() {
    const seat = tabMemory.get(this.seatKey) ?? ""
    return seat === "" ? null : Number(seat)
  },

  get seatKey() { return `seat:${plan.study}:${linkKey}` },

  /** Forgets who said what: whoever comes next in this tab is asked again. */
  forgetOthers() {
    tabMemory.set("others", "")
    tabMemory.set(this.seatKey, "")
  },

  /** Whether several people used this tab: each of them is asked again. */
  get isShared() { return tabMemory.get("shared") === "yes" },

  /** Goes on with a session whose person is known; asks about any other. */
  meet(kept, pairs) {
    kept.pairs = pairs
    const isNamed = kept.header.participant !== undefined && kept.header.participant === linkedPerson?.id
    if (kept.state.end !== null || isNamed || this.isOwn(kept) && !this.isShared) return this.recognised(kept, pairs)
    this.asked = kept
    this.pairs = pairs
    this.ask()
  },

  /** Asks, in the language shown now. */
  ask() {
    const { answered } = this.asked.state
    const values = { n: answered, total: this.asked.total, time: texts.time(this.asked.begunAt) }
    screens.show(
      "same-person", { id: "same-person-text", key: answered > 0 ? "same_person" : "same_person_begun", values })
  },

  /** The person is the one who was asked about. */
  isSame() {
    // Another tab may have gone on meanwhile.
    const kept = Session.kept(this.asked.header.session)
    if (kept === null) return this.other()
    this.lead(kept)
    this.recognised(kept, this.pairs)
  },

  isAnother() {
    const { session, seat } = this.asked.header
    tabMemory.set("others", `${tabMemory.get("others") ?? ""} ${session}`)
    tabMemory.set(this.seatKey, String(seat))
    tabMemory.set("shared", "yes")
    this.other()
  },

  /** The link leads to `kept` from now on, and this tab knows its person; what it led to before stays for whom it belongs to. */
  lead(kept) {
    const id = kept.header.session
    const sessions = [...sessionsAt(pointer()), ...this.aside].filter(other =>
      other.header.session !== id && (other.state.end === null || storage.get(other.owedKey) !== null))
    this.keepAside(sessions)
    storage.set(pointer(), id)
    tabMemory.set("own", id)
    this.forgetOthers()
  },

  /** The link leads to `kept` no more; where it is not finished it stays for its person. */
  leave(kept) {
    const id = kept.header.session
    if (storage.get(pointer()) === id) storage.remove(pointer())
    const others = this.aside.filter(other => other.header.session !== id)
    this.keepAside(kept.state.end === null && kept.events.length > 0 ? [kept, ...others] : others)
    tabMemory.set("own", "")
  },
}
