// One session of one person: a header and events, each kept the moment it happens under a key of its own.

/** A random UUID, lower case, as RFC 9562 has version 4, with 120 bits of chance: its variant is always 8. */
function makeUUID() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const digits = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("")
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5")
}

/** `desktop`, `tablet` or `phone`; never the browser's name. */
function deviceClass() {
  if (!matchMedia("(pointer: coarse)").matches) return "desktop"
  return Math.min(screen.width, screen.height) < 600 ? "phone" : "tablet"
}

class Session {
  constructor(header, events) {
    this.header = header
    this.events = events
    /** By trial the names of the left, the right and any reference image, once its seat's file is loaded; practice comes last. */
    this.pairs = []
    /** How many events were handed over, where the browser keeps nothing; else see `handedKey`. */
    this.handed = 0
    this.begunAt = Date.parse(header.started_at)
    this.loadedAt = Math.max(0, Date.now() - this.begunAt) - performance.now()
  }

  /** A session that nobody has agreed to yet, so nothing of it is kept. */
  static fresh({ seat, participant, source, language }) {
    return new Session({
      format: "dotchi-answers-1",
      study: plan.study,
      plan_hash: plan.hash,
      seat,
      participant,
      session: makeUUID(),
      source,
      language,
      started_at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
      front: "page",
      user_agent_class: deviceClass(),
      screen: screenText(),
    }, [])
  }

  /** The kept session of that id, or null; `read` gives what is kept under a key, for another plan where it is `storage.of`. */
  static kept(id, read = key => storage.get(key)) {
    const header = read(`${id}:header`)
    if (header === null) return null
    const events = []
    for (;;) {
      const line = read(Session.key(id, events.length))
      if (line === null) return new Session(JSON.parse(header), events)
      events.push(JSON.parse(line))
    }
  }

  static key(id, index) { return `${id}:${index}` }

  /** Under this key stands that the session has ended and nobody has its answers yet. */
  static owedKey(id) { return `${id}:owed` }

  get owedKey() { return Session.owedKey(this.header.session) }

  /** Under this key stands how many events there were when the answers were last saved, copied or shared. */
  get handedKey() { return `${this.header.session}:handed` }

  /** Under this key stands at which address the session began: see `pagePlace`. */
  get placeKey() { return `${this.header.session}:place` }

  /** Whether somebody has all that was answered so far. */
  get isHanded() {
    const count = Number(storage.get(this.handedKey) ?? this.handed)
    return count > 0 && !this.events.slice(count).some(event => ["vote", "undo", "answer", "timeout", "image_failed"].includes(event.kind))
  }

  /** The person has the answers as they are now. */
  hand() {
    this.handed = this.events.length
    storage.set(this.handedKey, String(this.handed))
  }

  /** Keeps the header, as it is now. */
  keepHeader() { storage.set(`${this.header.session}:header`, JSON.stringify(this.header)) }

  /**
   * Milliseconds from the start of the session; after the latest event, also where the clock was set back, so that the order
   * of writing is the order that counts.
   */
  now() {
    const earliest = this.events.length > 0 ? this.events[this.events.length - 1].t_ms + 1 : 0
    return Math.max(earliest, Math.round(this.loadedAt + performance.now()))
  }

  /** Writes an event down. */
  record(kind, details = {}) {
    const event = { id: makeUUID(), t_ms: this.now(), kind, ...details }
    storage.set(Session.key(this.header.session, this.events.length), JSON.stringify(event))
    this.events.push(event)
    sender.send()
  }

  /**
   * What the events so far come to. As long as the pairs are not loaded, and under another plan they never are, the trials
   * are those up to the last that has a vote, and the questions those of votes.
   */
  get state() {
    const { practice } = plan.steps
    if (this.pairs.length > 0) {
      return sessionState(
        this.events, this.total, plan.rules.image_tries, practice, plan.questions.length > 0 ? plan.questions : undefined)
    }
    // What was practised on is numbered behind the trials, which have votes.
    const votes = this.events.filter(event => event.kind === "vote")
    const asked = [...new Set(votes.map(vote => vote.question).filter(Boolean))]
    return sessionState(
      this.events, Math.max(0, ...votes.map(vote => vote.trial)), plan.rules.image_tries, 0,
      asked.length > 0 ? asked : undefined)
  }

  /** How many pairs count. */
  get total() { return (this.pairs.length || (plan.trials ?? 0)) - plan.steps.practice }

  /** The value of the last event of `kind`; undefined where there is none. */
  last(kind) { return this.events.filter(event => event.kind === kind).pop()?.value }

  /** The last answer to a question, by its id; undefined where there is none. */
  answer(question) {
    const value = this.events.filter(event => event.kind === "answer" && event.question === question && "value" in event)
      .pop()?.value
    return Array.isArray(value) && value.length === 0 ? undefined : value
  }

  /** Nothing of the session is kept any more. */
  forget() {
    const { session } = this.header
    for (const key of ["header", "owed", "handed", "place", "after", "letters", "secret", "sent"]) storage.remove(`${session}:${key}`)
    for (const index of this.events.keys()) storage.remove(Session.key(session, index))
    this.events = []
  }

  /** Under this key stands that keys of one character are switched off: see `letterKeys`. */
  get lettersKey() { return `${this.header.session}:letters` }

  /** Under this key stands that the questions after the last pair were passed. */
  get afterKey() { return `${this.header.session}:after` }

  /** The language in which the person read last. */
  get language() { return this.last("language") ?? this.header.language }

  has(kind) { return this.events.some(event => event.kind === kind) }

  /** The answer file: the header, then one event a line; in the first format where that can say all of it. */
  get file() { return this.text(this.events) }

  /** The header with some of the events, as the answer file has them. */
  text(events) {
    const isLater = event => "value" in event || "question" in event || "grade" in event || event.kind === "practice"
    const format = events.some(isLater) ? "dotchi-answers-2" : "dotchi-answers-1"
    return [{ ...this.header, format }, ...events].map(line => JSON.stringify(line) + "\n").join("")
  }

  get fileName() {
    return `dotchi-${this.header.study}-${this.header.seat}-${this.header.session.slice(0, 8)}.jsonl`
  }
}
