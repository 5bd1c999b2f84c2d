// What the browser keeps for this plan. Where it keeps nothing, answers stay in memory and the page says so.

const storage = {
  keeps: true,
  prefix: `dotchi:${plan.hash}:`,

  /** The text kept under `key`, or null. */
  get(key) { return this.read(this.prefix + key) },

  read(name) { return this.attempt(() => localStorage.getItem(name)) },

  /** What `action` gives; `otherwise` where nothing is kept, or not any more. */
  attempt(action, otherwise = null) {
    if (!this.keeps) return otherwise
    try {
      return action()
    } catch {
      this.lose()
      return otherwise
    }
  },

  /** Reads what is kept under a key for another plan. */
  of(hash) { return key => this.read(`dotchi:${hash}:${key}`) },

  /** The hashes of other plans under which something is kept under `key`. */
  plansWith(key) {
    return this.attempt(() => Object.keys(localStorage)
      .map(name => name.match(/^dotchi:([0-9a-f]{64}):(.*)$/s))
      .filter(match => match !== null && match[1] !== plan.hash && match[2] === key)
      .map(match => match[1]), [])
  },

  /** Forgets what is kept under a key for another plan. */
  forget(hash, key) { this.attempt(() => localStorage.removeItem(`dotchi:${hash}:${key}`)) },

  /** Keeps `text` under `key`. */
  set(key, text) { this.attempt(() => localStorage.setItem(this.prefix + key, text)) },

  /** Forgets what is kept under `key`. */
  remove(key) { this.attempt(() => localStorage.removeItem(this.prefix + key)) },

  /** Finds out whether anything can be kept at all. */
  try() {
    this.set("try", "1")
    this.remove("try")
  },

  /** From now on nothing is kept: says so. */
  lose() {
    this.keeps = false
    byId("keeps-nothing").hidden = false
  },
}
