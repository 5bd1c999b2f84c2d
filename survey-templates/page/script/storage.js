// What the browser keeps for this plan. Where it keeps nothing, answers stay in memory and the page says so.

const storage = {
  keeps: true,
  prefix: `dotchi:${plan.hash}:`,

  /** The text kept under `key`, or null. */
  get(key) { return this.read(this.prefix + key) },

  read(name) {
    if (!this.keeps) return null
    try {
      return localStorage.getItem(name)
    } catch {
      this.lose()
      return null
    }
  },

  /** Reads what is kept under a key for another plan. */
  of(hash) { return key => this.read(`dotchi:${hash}:${key}`) },

  /** The hashes of other plans under which something is kept under `key`. */
  plansWith(key) {
    if (!this.keeps) return []
    try {
      return Object.keys(localStorage)
        .map(name => name.match(/^dotchi:([0-9a-f]{64}):(.*)$/s))
        .filter(match => match !== null && match[1] !== plan.hash && match[2] === key)
        .map(match => match[1])
    } catch {
      this.lose()
      return []
    }
  },

  /** Forgets what is kept under a key for another plan. */
  forget(hash, key) {
    try {
      localStorage.removeItem(`dotchi:${hash}:${key}`)
    } catch {
      this.lose()
    }
  },

  /** Keeps `text` under `key`. */
  set(key, text) {
    if (!this.keeps) return
    try {
      localStorage.setItem(this.prefix + key, text)
    } catch {
      this.lose()
    }
  },

  /** Forgets what is kept under `key`. */
  remove(key) {
    if (!this.keeps) return
    try {
      localStorage.removeItem(this.prefix + key)
    } catch {
      this.lose()
    }
  },

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
