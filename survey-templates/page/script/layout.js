// The size of the images: the same for both and for every trial, the largest that fits.

const layout = {
  /** Side of each image as shown, in device pixels. */
  shownPixels: 0,

  /** Fits the pair into the stage; where images can be enlarged, by a whole number of device pixels a pixel. */
  fit() {
    const stage = document.getElementById("stage")
    if (stage.clientWidth === 0) return
    const choice = document.getElementById("left").getBoundingClientRect()
    const picture = document.querySelector("#left .picture").getBoundingClientRect()
    const gap = parseFloat(getComputedStyle(document.getElementById("pair")).columnGap)
    const room = Math.min(
      (stage.clientWidth - gap) / 2 - (choice.width - picture.width),
      stage.clientHeight - (choice.height - picture.height))
    const pixels = Math.max(48, room) * devicePixelRatio
    const scale = Math.floor(pixels / plan.image_px)
    this.shownPixels = scale >= 1 ? scale * plan.image_px : Math.floor(pixels)
    document.documentElement.style.setProperty("--side", `${this.shownPixels / devicePixelRatio}px`)
  },
}
