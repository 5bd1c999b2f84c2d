// The pairs of a seat: a script of its own, loaded when the seat is known, so that it works from a disk too.

const seats = {
  tries: 0,

  /** The pairs of `seat`: by trial, the names of the left and the right image. Fails where its file does not come. */
  load(seat) {
    if (sender.isOn) {
      const pairs = dotchi.seats[seat] ?? sender.pairs(seat)
      return pairs === undefined ? sender.begin(session) : Promise.resolve(pairs)
    }
    if (dotchi.seats[seat]) return Promise.resolve(dotchi.seats[seat])
    return new Promise((done, fail) => {
      const script = document.createElement("script")
      this.tries += 1
      // Another address each time: what was kept of a failed try is not used again.
      script.src = `${plan.folders.seats}/${seat}.js${this.tries > 1 ? `?${this.tries}` : ""}`
      script.onload = () => dotchi.seats[seat] ? done(dotchi.seats[seat]) : fail()
      script.onerror = () => fail()
      document.head.append(script)
    })
  },
}
