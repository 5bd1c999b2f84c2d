// The images: loaded ahead and decoded before they are shown.

const pictures = {
  loads: new Map(),

  address(name) { return dotchi.images ? dotchi.images[name] : `${plan.folders.images}/${name}.png` },

  /** The decoded image called `name`; fails when a second try does. */
  load(name) {
    if (!this.loads.has(name)) {
      const pause = () => new Promise(done => setTimeout(done, 500))
      const load = this.decode(name).catch(() => pause().then(() => this.decode(name)))
      load.catch(() => this.loads.delete(name))
      this.loads.set(name, load)
    }
    return this.loads.get(name)
  },

  async decode(name) {
    const image = new Image()
    image.alt = ""
    image.draggable = false
    image.src = this.address(name)
    await image.decode()
    return image
  },

  /** Loads the images of the coming trials, and forgets those long gone. */
  prepare(pairs) {
    const wanted = new Set(pairs.flat())
    for (const name of this.loads.keys()) {
      if (!wanted.has(name)) this.loads.delete(name)
    }
    for (const name of wanted) this.load(name).catch(() => {})
  },
}
