"""`make screens`: takes the survey's page to each of its screens, in four languages, light and dark, on large and small
windows, and puts what it shows onto a sheet for each screen, results/screens/survey/NAME.png.

Nothing is compared: the sheets are there to be looked at. Images are drawn faces. Where a page is longer than its
window, red marks beside it say where the window ends.
"""

import argparse
import base64
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "PageKit"))

import pictures  # noqa: E402
import studies  # noqa: E402
from chromium import Chromium, Fault  # noqa: E402

# The language, the colour scheme, the window, whether it is a phone's, the scale on the sheet, and the column there.
VARIANTS = [
    ("en", "light", 1280, 800, False, 0.55, 0),
    ("ar", "dark", 1280, 800, False, 0.55, 0),
    ("de", "light", 568, 320, True, 0.9, 0),
    ("en", "dark", 390, 844, True, 0.75, 1),
    ("ja", "light", 390, 844, True, 0.75, 2),
    ("ar", "light", 320, 568, True, 0.85, 3),
    ("en", "forced colours", 1280, 800, False, 0.55, 0),
]
NAMES = {"en": "English", "ar": "Arabic", "de": "German", "ja": "Japanese"}
# How many windows of a page that is longer than one come onto the sheet.
WINDOWS = 3


def words(en, de, ja, ar):
    return {"en": en, "de": de, "ja": ja, "ar": ar}


QUESTION = words("Which face looks more real?", "Welches Gesicht sieht echter aus?", "どちらの顔が本物らしいですか？",
                 "أي الوجهين يبدو أكثر واقعية؟")
SHARPER = words("Which image is sharper?", "Welches Bild ist schärfer?", "どちらの画像がより鮮明ですか？", "أي الصورتين أوضح؟")
CONTACT = words(
    "Questions? Write to Ada Example, <ada@lab.example.org>.",
    "Fragen? Schreiben Sie an Ada Beispiel, <ada@lab.example.org>.",
    "お問い合わせ：例示花子 <ada@lab.example.org>", "للاستفسار: ada@lab.example.org")
WARNING = words(
    "Some faces are distorted, which may disturb.", "Einige Gesichter sind verzerrt, was verstören kann.",
    "一部の顔はゆがんでおり、不快に感じられることがあります。", "بعض الوجوه مشوّهة، وقد يكون ذلك مزعجًا.")
AGE = words("How old are you?", "Wie alt sind Sie?", "年齢をお答えください。", "كم عمرك؟")
DISPLAY = words("Which display do you use?", "Welchen Bildschirm benutzen Sie?", "どの画面をお使いですか？", "ما نوع شاشتك؟")
LAPTOP = words("A laptop's", "Den eines Laptops", "ノートパソコンの画面", "شاشة حاسوب محمول")
MONITOR = words("A separate monitor", "Einen eigenen Monitor", "外付けのモニター", "شاشة منفصلة")
EFFORT = words("How hard was it?", "Wie schwer war es?", "どのくらい難しかったですか？", "ما مدى الصعوبة؟")
EASY = words("very easy", "sehr leicht", "とても簡単", "سهل جدًا")
HARD = words("very hard", "sehr schwer", "とても難しい", "صعب جدًا")
REMARKS = words("Anything else?", "Sonst noch etwas?", "ほかに何かありますか？", "هل لديك ملاحظات أخرى؟")
PROMPT = ("A portrait of a smiling person with round eyes, in soft light from the left, in front of a plain wall; flat "
          "colours, in the manner of a screen print, number {n}")

PLAIN = {"languages": ["en", "de", "ja", "ar"], "question": QUESTION, "trials": 4, "pairing": "item", "consent": False}
WHOLE = {
    **PLAIN, "trials": 8, "consent": True, "practice": 1, "breaks": 3, "checks": 1, "report_images": True,
    "answers": "ties",
    "texts": {"contact": CONTACT, "content_warning": WARNING},
    "before": [
        {"id": "age", "kind": "number", "text": AGE, "required": True, "min": 0, "max": 120},
        {"id": "display", "kind": "choice", "text": DISPLAY, "required": True,
         "choices": {"laptop": LAPTOP, "monitor": MONITOR}},
    ],
    "after": [
        {"id": "effort", "kind": "scale", "text": EFFORT, "low": EASY, "high": HARD},
        {"id": "remarks", "kind": "text", "text": REMARKS},
    ],
    "admit": {"answers": {"age": {"min": 18}}},
    "exit": {reason: f"https://panel.example.org/{reason}"
             for reason in ("finished", "screened_out", "declined", "stopped")},
}
STUDIES = {
    "whole": WHOLE,
    "plain": PLAIN,
    "graded": {key: value for key, value in PLAIN.items() if key != "question"} | {
        "answers": "graded", "questions": [{"id": "real", "text": QUESTION}, {"id": "sharp", "text": SHARPER}]},
    "prompt": {**PLAIN, "context": "text"},
    "reference": {**PLAIN, "context": "reference"},
    "flip": {**PLAIN, "view": {"mode": "flip"}},
    "enlarge": {**PLAIN, "view": {"enlarge": True}},
    "limit": {**PLAIN, "view": {"limit_ms": 1000}},
    "large": {**PLAIN, "view": {"min": 2000}},
    "tablet": {**PLAIN, "admit": {"devices": ["tablet"]}},
    "degrees": {**PLAIN, "view": {"size": "6deg"}},
}


class Person:
    """Somebody who goes through a page, and stops where it is looked at."""

    def __init__(self, browser, sites, variant, page=None):
        self.browser, self.sites, self.variant = browser, sites, variant
        language, scheme, width, height, phone, *_ = variant
        self.page = page or browser.page()
        self.page.size(width, height, phone)
        self.page.scheme(scheme)
        self.page.call("Browser.setDownloadBehavior", behavior="deny")
        # A reload is no leaving that somebody is asked about.
        self.page.call("Page.addScriptToEvaluateOnNewDocument", source="addEventListener('beforeunload', event => "
                       "event.stopImmediatePropagation(), true)")

    def open(self, study):
        self.page.go(f"{self.sites[study].address}index.html?seat=1&lang={self.variant[0]}")

    def at(self, screen):
        self.page.wait(f"document.body?.dataset.screen === '{screen}' && document.fonts.status === 'loaded'")

    def click(self, name, screen=None):
        self.page.run(f"document.getElementById('{name}').click()")
        if screen is not None:
            self.at(screen)

    def pair(self):
        """Waits until the pair in view can be answered."""
        self.page.wait("document.body?.dataset.screen === 'trial' && trial.open")

    def begin(self, study):
        """The first pair of a study without consent and practice."""
        self.open(study)
        self.at("instructions")
        self.click("start")

    def answer(self):
        """Answers, and goes on to what comes next."""
        self.page.run("trial.choose('left')")
        self.page.wait("document.body.dataset.screen !== 'trial' || trial.open")

    def go_on(self, button):
        """Leaves a page between pairs: what is pressed at once counts for nothing."""
        element = f"document.getElementById('{button}')"
        self.page.wait(f"({element}.checkVisibility() && {element}.click(), document.body.dataset.screen === 'trial')")
        self.pair()

    def fill(self, age):
        self.page.run(f"document.getElementById('field-age').value = '{age}';"
                      "document.getElementById('field-age').dispatchEvent(new Event('input'));"
                      "document.getElementById('field-display-1').click()")

    def submit(self):
        self.page.run("document.getElementById('questions-form').requestSubmit()")

    def beside(self):
        return Person(self.browser, self.sites, self.variant, self.page.beside())

    def shot(self, is_whole=True):
        """What is seen: shots of the window as PNG, each with its place on the page, and the height of the page."""
        height = self.variant[3]
        length = self.page.run("document.documentElement.scrollHeight")
        length = min(max(length, height), WINDOWS * height) if is_whole else height
        place, shots, begin = 0, [], self.page.run("scrollY")
        while place < length:
            if length > height:
                self.page.run(f"scrollTo(0, {place})")
            shots.append((self.page.run("scrollY") if length > height else 0, self.window()))
            place += height
        self.page.run(f"scrollTo(0, {begin})")
        return shots, length

    def window(self):
        self.page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        data = self.page.call("Page.captureScreenshot", format="png")["data"]
        return base64.b64decode(data)


# Each walk goes through a study, and yields the name of a screen wherever it is to be looked at, and who looks.


def entry(person):
    person.open("whole")
    person.at("consent")
    yield "consent", person
    person.click("decline", "declined")
    yield "declined", person
    person.open("whole")
    person.at("consent")
    person.click("agree", "questions")
    person.submit()
    person.page.wait("document.querySelector('.fault:not(:empty)')")
    yield "before-with-errors", person
    person.fill(12)
    person.submit()
    person.at("refused")
    yield "screened-out", person


def whole(person):
    person.open("whole")
    person.at("consent")
    person.click("agree", "questions")
    person.fill(34)
    person.submit()
    person.at("instructions")
    yield "instructions", person
    person.click("start")
    person.pair()
    yield "practice-pair", person
    person.answer()
    person.at("practice-over")
    yield "practice-over", person
    person.go_on("practice-over-go")
    yield "pair", person
    # The mark stays only for a moment: what would end it waits.
    person.page.run("window.waiting = []; window.later = setTimeout; window.setTimeout = act => waiting.push(act);"
                    "trial.choose('left')")
    yield "pair-answered", person
    person.page.run("window.setTimeout = later; waiting.forEach(act => act())")
    person.pair()
    person.click("report")
    yield "report-dialog", person
    person.click("report-cancel")
    other = person.beside()
    other.open("whole")
    other.at("same-person")
    yield "same-person", other
    other.click("same-person-yes")
    other.at("elsewhere")
    yield "in-use-elsewhere", other
    # Pages that are behind another one draw nothing.
    other.page.leave()
    person.page.call("Page.bringToFront")
    person.click("stop", "finished")
    yield "stopped", person
    person.click("go-on")
    person.pair()
    person.open("whole")
    person.page.wait("document.body?.dataset.screen === 'trial' && trial.open && trial.note !== null")
    yield "resumed", person
    seen = set()
    while person.page.run("session.state.next !== null"):
        if person.page.run("document.body.dataset.screen") == "break":
            if "break" not in seen:
                yield "break", person
            seen.add("break")
            person.go_on("break-go")
            continue
        if "check" not in seen and person.page.run("steps.instruction(session, trial.number) !== null"):
            yield "check", person
            seen.add("check")
        person.answer()
    person.at("questions")
    yield "after", person
    person.submit()
    person.at("finished")
    yield "finished", person
    person.click("download")
    person.page.wait("session.isHanded")
    yield "finished-and-saved", person


def first_pair(study, name, script=None):
    """A walk to the first pair of a study."""
    def walk(person):
        person.begin(study)
        person.page.wait("trial.shownAt")
        if script:
            person.page.run(script)
        person.pair()
        yield name, person
    return walk


def graded(person):
    person.begin("graded")
    person.pair()
    yield "graded-pair", person


def failed(person):
    person.page.call("Network.enable")
    person.page.call("Network.setBlockedURLs", urls=["*.png*"])
    person.begin("plain")
    person.at("failed")
    yield "failed-image", person


def time_over(person):
    person.begin("limit")
    person.at("time-up")
    yield "time-over", person


def too_small(person):
    person.begin("large")
    person.page.wait("!document.getElementById('small').hidden")
    yield "window-too-small", person


def refused(person):
    person.open("tablet")
    person.at("refused")
    yield "refused-device", person


def calibration(person):
    person.open("degrees")
    person.at("calibration")
    yield "calibration", person


WALKS = {
    "entry": ("whole", entry), "whole": ("whole", whole), "graded": ("graded", graded),
    "prompt": ("prompt", first_pair("prompt", "pair-with-prompt")),
    "reference": ("reference", first_pair("reference", "pair-with-reference")),
    "flip": ("flip", first_pair("flip", "flipped", "flip.since = 0; flip.exchange()")),
    "enlarge": ("enlarge", first_pair("enlarge", "enlarged", "enlarge.set(2)")),
    "failed": ("plain", failed), "limit": ("limit", time_over), "large": ("large", too_small),
    "tablet": ("tablet", refused), "degrees": ("degrees", calibration),
}


# --- Sheets

# Draws the shots, and gives them back in at most 256 colours: the palette, and the colour of each pixel.
COMPOSE = """
(async ({ width, height, title, panels }) => {
  const canvas = new OffscreenCanvas(width, height)
  const draw = canvas.getContext("2d", { willReadFrequently: true })
  draw.fillStyle = "#808080"
  draw.fillRect(0, 0, width, height)
  draw.imageSmoothingQuality = "high"
  const write = (text, x, y, font) => {
    draw.font = font
    draw.fillStyle = "#ffffff"
    draw.fillText(text, x, y)
  }
  write(title, 10, 24, "600 18px sans-serif")
  for (const { x, y, scale, size, wide, length, isCut, label, shots } of panels) {
    write(label, x, y - 6, "13px sans-serif")
    for (const { place, data } of shots) {
      const image = await createImageBitmap(await (await fetch(data)).blob())
      const tall = Math.min(size, length - place)
      draw.drawImage(
        image, 0, 0, image.width, tall * image.width / wide, x, y + place * scale, wide * scale, tall * scale)
    }
    draw.fillStyle = "#ff2020"
    if (length > size) for (const side of [x - 9, x + wide * scale + 1]) draw.fillRect(side, y + size * scale - 1, 8, 3)
    if (isCut) write("…", x, y + length * scale + 12, "600 16px sans-serif")
  }

  const pixels = draw.getImageData(0, 0, width, height).data
  const bin = at => (pixels[at] >> 3) << 10 | (pixels[at + 1] >> 3) << 5 | pixels[at + 2] >> 3
  const sums = new Map()
  for (let at = 0; at < pixels.length; at += 4) {
    const key = bin(at)
    const sum = sums.get(key) ?? [0, 0, 0, 0]
    sum[0] += pixels[at]; sum[1] += pixels[at + 1]; sum[2] += pixels[at + 2]; sum[3] += 1
    sums.set(key, sum)
  }
  const means = new Map([...sums].map(([key, sum]) => [key, sum.slice(0, 3).map(part => Math.round(part / sum[3]))]))
  const kept = [...sums].sort((one, other) => other[1][3] - one[1][3]).slice(0, 256).map(([key]) => means.get(key))
  const indexes = new Map()
  for (const [key, mean] of means) {
    let [best, least] = [0, Infinity]
    for (const [index, colour] of kept.entries()) {
      const far = colour.reduce((sum, part, channel) => sum + (part - mean[channel]) ** 2, 0)
      if (far < least) [best, least] = [index, far]
    }
    indexes.set(key, best)
  }
  let text = ""
  for (let at = 0; at < pixels.length; at += 4) text += String.fromCharCode(indexes.get(bin(at)))
  return { palette: kept.flat(), pixels: btoa(text) }
})
"""


def sheet(studio, title, seen):
    """The sheet of a screen as PNG."""
    gap, top = 16, 56
    columns, panels = {}, []
    for variant in VARIANTS:
        language, scheme, width, height, phone, scale, column = variant
        if variant not in seen:
            continue
        shots, length = seen[variant]
        columns.setdefault(column, {"width": 0, "height": 0, "panels": []})
        place = columns[column]
        panel = {
            "y": top + place["height"], "scale": scale, "size": height, "wide": width, "length": length,
            "isCut": length == WINDOWS * height, "label": f"{NAMES[language]}, {scheme}, {width}×{height}",
            "shots": [{"place": at, "data": "data:image/png;base64," + base64.b64encode(data).decode()}
                      for at, data in shots],
        }
        place["panels"].append(panel)
        place["width"] = max(place["width"], int(width * scale))
        place["height"] += int(length * scale) + 34
    x = gap
    for _, place in sorted(columns.items()):
        for panel in place["panels"]:
            panels.append({**panel, "x": x})
        x += place["width"] + gap
    width, height = x, top + max(place["height"] for place in columns.values())
    made = studio.run(f"{COMPOSE}({json.dumps(dict(width=width, height=height, title=title, panels=panels))})")
    pixels = base64.b64decode(made["pixels"])
    rows = b"".join(b"\0" + pixels[row * width:(row + 1) * width] for row in range(height))
    return pictures.png(width, height, rows, 3, bytes(made["palette"]))


def faces(folder):
    """Faces of two methods, which differ a little, their references, and the table of prompts and references."""
    for method, shift in (("A", 0), ("B", 0.03), ("references", 0.015)):
        (folder / method).mkdir()
        for number in range(12):
            (folder / method / f"{number:02}.png").write_bytes(pictures.face(128, number, shift))
    rows = [f'{number:02},"{PROMPT.format(n=number)}",references/{number:02}.png' for number in range(12)]
    (folder / "items.csv").write_text("item,text,reference\n" + "\n".join(rows) + "\n")


def main():
    parser = argparse.ArgumentParser(description="Shows each screen of the survey's page.")
    parser.add_argument("--dotchi", required=True, help="the program dotchi")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--only", nargs="*", default=list(WALKS), choices=list(WALKS), help="walks")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the sheets")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    total, faults = 0, 0
    with tempfile.TemporaryDirectory() as name, Chromium(arguments.chromium) as browser:
        folder = Path(name)
        faces(folder)
        images = {method: folder / method for method in "AB"}
        sites = {}
        for study in dict.fromkeys(WALKS[walk][0] for walk in arguments.only):
            try:
                made = studies.make(arguments.dotchi, folder / study, STUDIES[study], images, folder / "items.csv")
                studies.plan(arguments.dotchi, made, 2)
                sites[study] = studies.Site(studies.build(arguments.dotchi, made))
            except studies.Refused as refusal:
                print(f"The study {study} is left out: {refusal}", file=sys.stderr)
        studio = browser.page()
        for walk in arguments.only:
            study, steps = WALKS[walk]
            if study not in sites:
                continue
            sheets = {}
            for variant in VARIANTS:
                person = Person(browser, sites, variant)
                try:
                    for screen, looking in steps(person):
                        sheets.setdefault(screen, {})[variant] = looking.shot(screen != "report-dialog")
                except Fault as fault:
                    faults += 1
                    print(f"{walk}, {variant[:4]}: {fault}", file=sys.stderr)
                person.page.close()
            for screen, seen in sheets.items():
                data = sheet(studio, screen, seen)
                (arguments.out / f"{screen}.png").write_bytes(data)
                total += len(data)
                print(f"{screen}: {len(data):,} bytes", file=sys.stderr)
    print(f"{total / 1e6:.1f} MB in {arguments.out}")
    sys.exit(1 if faults else 0)


main()
