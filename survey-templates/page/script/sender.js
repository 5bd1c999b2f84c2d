// Answers on their way to a collector: each is kept here until the collector says that it is on its disk.

const sender = {
  isOn: plan.submit !== undefined,
  session: null,
  /** How many events of the session the collector has, where the browser keeps nothing; else see `sentKey`. */
  count: 0,
  isSending: false,
  /** Whether it refuses these answers, so that trying goes on no more. */
  isRefused: false,
  /** For how long to wait before the next try, in milliseconds. */
  pause: 1000,
  most: 400,
  /** For how long a reply is waited for, in milliseconds. */
  patience: 20000,
  timer: 0,
  /** Called when there is something else to say of what was sent. */
  changed: () => {},

  get sentKey() { return `${this.session.header.session}:sent` },

  get sent() { return Number(storage.get(this.sentKey) ?? this.count) },

  set sent(count) {
    this.count = count
    storage.set(this.sentKey, String(count))
  },

  /** Whether the collector has all that there is. */
  get isDone() { return this.session !== null && this.sent >= this.session.events.length },

  /** The secret of a session, by which the collector knows who writes for it. */
  secret(id) { return storage.get(`${id}:secret`) ?? this.secrets.get(id) },
  secrets: new Map(),

  /** A request to the collector; fails where none of its replies comes. */
  ask(path, body, id, options = {}) {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), this.patience)
    const headers = {
      "Content-Type": typeof body === "string" ? "application/jsonl" : "application/json",
      ...id && { Authorization: `Bearer ${this.secret(id)}` },
    }
    return fetch(`${plan.submit}${plan.submit && "/"}v1/${path}`, {
      method: body === null ? "GET" : "POST", headers, credentials: "omit", signal: stop.signal,
      body: body === null ? undefined : typeof body === "string" ? body : JSON.stringify(body), ...options,
    }).finally(() => clearTimeout(timer))
  },

  /** Gives `session` its id, its seat and its pairs: those of a person who agreed. Fails where the collector gives none. */
  async begin(session) {
    const reply = await this.ask("sessions", { plan: plan.hash })
    const begun = await reply.json()
    if (!reply.ok) throw Object.assign(new Error(begun.detail), { status: reply.status, exit: begun.exit })
    Object.assign(session.header, { session: begun.session, seat: begun.seat })
    this.keep(begun)
    return begun.trials
  },

  /** Keeps what the collector gave: the secret, and what the seat is asked. */
  keep({ session, secret, seat, trials, texts: prompts, checks }) {
    this.secrets.set(session, secret)
    storage.set(`${session}:secret`, secret)
    storage.set(`pairs:${seat}`, JSON.stringify({ trials, prompts, checks }))
    Object.assign(dotchi.seats, { [seat]: trials })
    Object.assign(dotchi.prompts, { [seat]: prompts })
    Object.assign(dotchi.checks, { [seat]: checks })
  },

  /** What a seat is asked that the collector gave in this browser before; undefined where it gave none. */
  pairs(seat) {
    const kept = JSON.parse(storage.get(`pairs:${seat}`) ?? "null")
    if (kept === null) return undefined
    Object.assign(dotchi.prompts, { [seat]: kept.prompts })
    Object.assign(dotchi.checks, { [seat]: kept.checks })
    return kept.trials
  },

  /** The session that the link was made for, taken over from another browser; null where it is none. */
  async takeOver() {
    const [, id, secret] = /^#go-on=([0-9a-f-]{36})\.([0-9a-f]+)$/.exec(location.hash) ?? []
    if (!this.isOn || id === undefined) return null
    history.replaceState(null, "", location.pathname + location.search)
    this.secrets.set(id, secret)
    const reply = await this.ask(`sessions/${id}`, null, id)
    if (!reply.ok) return null
    const { begun, answers } = await reply.json()
    this.keep(begun)
    if (!answers) return null
    const [header, ...events] = answers.trim().split("\n").map(line => JSON.parse(line))
    const kept = new Session(header, events)
    kept.keepHeader()
    events.forEach((event, index) => storage.set(Session.key(id, index), JSON.stringify(event)))
    storage.set(`${id}:sent`, String(events.length))
    storage.set(pointer(), id)
    return kept
  },

  /** The address by which the person goes on anywhere. */
  get link() {
    const id = this.session.header.session
    return `${location.origin}${location.pathname}${location.search}#go-on=${id}.${this.secret(id)}`
  },

  /** Sends what `session` has and gets. */
  follow(session) {
    if (!this.isOn) return
    // What the collector has of another session is nothing of this one.
    if (session !== this.session) this.count = 0
    this.session = session
    this.isRefused = false
    this.send()
  },

  /** Sends what is left; again and again until it is there. What is sent as the page goes is sent beside what is on its way. */
  async send(isLeaving = false) {
    if (this.session === null || this.isRefused || this.isDone || this.isSending && !isLeaving) return this.changed()
    clearTimeout(this.timer)
    const { session, sent } = this
    const events = session.events.slice(sent, sent + (isLeaving ? 200 : this.most))
    const body = session.text(events)
    this.isSending = !isLeaving
    let status = 0
    try {
      const reply = await this.ask("answers", body, session.header.session, { keepalive: isLeaving && body.length < 60000 })
      status = reply.status
      this.pause = Math.max(this.pause, Number(reply.headers.get("Retry-After") ?? 0) * 1000)
    } catch {
      // It is tried again.
    }
    if (isLeaving) return
    this.isSending = false
    if (session !== this.session) return this.send()
    if (status === 200) {
      this.sent = Math.max(this.sent, sent + events.length)
      this.pause = 1000
      return this.send()
    }
    if (status === 413 && events.length > 1) this.most = Math.ceil(events.length / 2)
    else if (status >= 400 && status < 500 && ![408, 413, 429].includes(status)) this.isRefused = true
    else this.later()
    if (status === 413) this.send()
    this.changed()
  },

  later() {
    this.timer = setTimeout(() => this.send(), this.pause * (0.75 + Math.random() / 2))
    this.pause = Math.min(this.pause * 2, 60000)
  },

  /** Tries at once what waits. */
  hurry() {
    this.pause = 1000
    this.send()
  },

  /** Returns when the collector has all, or takes no more. */
  async settled() {
    while (!this.isDone && !this.isRefused) await wait(300)
  },

  /** The person does not take part: the collector forgets them, and says how they leave. */
  async expel(reason) {
    this.session.record("screened_out", { value: reason })
    await this.settled()
    return this.leave()
  },

  /** Whether the collector has a place for who answered this; asks until it says. */
  async hasPlace() {
    await this.settled()
    const { session } = this.session.header
    const status = (await this.ask("quota", { session }, session).catch(() => null))?.status
    return status === 200 || status !== 409 && wait(3000).then(() => this.hasPlace())
  },

  /** How the person leaves, as the collector says; null where it cannot be asked. */
  async leave(reason) {
    const id = reason === undefined ? this.session.header.session : undefined
    try {
      const reply = await this.ask("finish", id === undefined ? { reason } : { session: id }, id)
      return reply.ok ? await reply.json() : null
    } catch {
      return null
    }
  },
}
