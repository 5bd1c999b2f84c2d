// The images: decoded before they are shown. The awaited ones come first, those of the coming pairs when they are in view.

const pictures = {
  /** By name: the image while it loads, and what becomes of it. */
  loads: new Map(),
  /** How often images were asked for again: see `renew`. */
  renewals: new Map(),

  address(name) {
    if (dotchi.images) return dotchi.images[name]
    const renewal = this.renewals.get(name)
    return `${plan.folders.images}/${name}.png${renewal ? `?${renewal}` : ""}`
  },

  /** The decoded image called `name`; fails when a second try does. */
  load(name) {
    const known = this.loads.get(name)
    if (known !== undefined) return known.decoded
    const load = { image: null, decoded: null }
    const isWanted = () => this.loads.get(name) === load
    const decode = async () => {
      load.image = new Image()
      load.image.alt = ""
      load.image.draggable = false
      load.image.src = this.address(name)
      await load.image.decode()
      return load.image
    }
    this.loads.set(name, load)
    load.decoded = decode().catch(fault => wait(500).then(() => isWanted() ? decode() : Promise.reject(fault)))
    load.decoded.catch(() => isWanted() && this.loads.delete(name))
    return load.decoded
  },

  /** Forgets all images but those of `pairs`; what still loads gives way. */
  keep(pairs) {
    const wanted = new Set(pairs.flat())
    for (const name of this.loads.keys()) {
      if (!wanted.has(name)) this.forget(name)
    }
  },

  /** Loads the images of `pairs`, one pair after the other, as long as `isWanted`. */
  async ahead(pairs, isWanted) {
    for (const pair of pairs) {
      if (!isWanted()) return
      await Promise.allSettled(pair.map(name => this.load(name)))
    }
  },

  /** Loads the images of a pair again, past what the browser kept of a failed try. */
  renew(pair) {
    for (const name of pair) {
      this.forget(name)
      this.renewals.set(name, (this.renewals.get(name) ?? 0) + 1)
    }
  },

  forget(name) {
    const image = this.loads.get(name)?.image
    this.loads.delete(name)
    if (image && !image.complete) image.removeAttribute("src")
  },
}
