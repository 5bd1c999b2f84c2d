"""A headless Chromium, driven through two pipes by its DevTools protocol: nothing but Python's library is needed."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

FLAGS = [
    "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--no-first-run", "--hide-scrollbars",
    "--force-color-profile=srgb", "--disable-extensions", "--disable-component-update",
    "--disable-background-networking", "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
]


class Fault(Exception):
    """What Chromium refused, or did not answer in time."""


class Chromium:
    """A browser process with a profile of its own, which goes with it."""

    def __init__(self, program="chromium", flags=()):
        self.profile = tempfile.mkdtemp(prefix="dotchi-chromium-")
        orders, self.orders = os.pipe()
        self.answers, answers = os.pipe()
        # Chromium reads from 3 and writes to 4; bash moves the pipes there.
        self.process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{orders} 4>&{answers}', "chromium", program, *FLAGS, *flags,
             f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=(orders, answers), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(orders)
        os.close(answers)
        self.number, self.unread, self.messages = 0, b"", []
        self.version = self.call("Browser.getVersion")["product"]

    def call(self, method, session=None, seconds=60, **parameters):
        """What the browser, or the page of `session`, answers to an order."""
        self.number += 1
        number = self.number
        order = {"id": number, "method": method, "params": parameters}
        if session is not None:
            order["sessionId"] = session
        self.write(json.dumps(order).encode() + b"\0")
        until = time.monotonic() + seconds
        while True:
            for message in self.read(until, method):
                if message.get("id") != number:
                    continue
                if "error" in message:
                    raise Fault(f"{method}: {message['error']['message']}")
                return message["result"]

    def write(self, data):
        while data:
            data = data[os.write(self.orders, data):]

    def read(self, until, what):
        """The next messages."""
        while b"\0" not in self.unread:
            if not select.select([self.answers], [], [], max(0, until - time.monotonic()))[0]:
                raise Fault(f"{what}: no answer in time")
            data = os.read(self.answers, 1 << 20)
            if not data:
                raise Fault(f"{what}: Chromium has ended; is it installed, and can it start here?")
            self.unread += data
        *whole, self.unread = self.unread.split(b"\0")
        return [json.loads(message) for message in whole]

    def page(self):
        """A page that shares nothing with others: no cache, nothing that a browser keeps."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        return Page(self, context)

    def close(self):
        try:
            self.call("Browser.close", seconds=5)
        except Fault:
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.orders)
        os.close(self.answers)
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Page:
    def __init__(self, browser, context):
        self.browser, self.context = browser, context
        self.target = browser.call("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def beside(self):
        """Another page that shares with this one what a browser keeps."""
        return Page(self.browser, self.context)

    def leave(self):
        """Closes this page, and nothing that it shares."""
        self.browser.call("Target.closeTarget", targetId=self.target)

    def call(self, method, seconds=60, **parameters):
        return self.browser.call(method, self.session, seconds, **parameters)

    def go(self, address):
        self.call("Page.navigate", url=address)

    def run(self, script, seconds=60):
        """The value of a script, waited for where it is a promise."""
        answer = self.call("Runtime.evaluate", seconds, expression=script, awaitPromise=True, returnByValue=True,
                           userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Fault(f"{script}: {details.get('exception', {}).get('description', details['text'])}")
        return answer["result"].get("value")

    def wait(self, script, seconds=20):
        """Waits until a script is true; while a page is being opened nothing is."""
        until = time.monotonic() + seconds
        while True:
            try:
                if self.run(f"Boolean({script})"):
                    return
            except Fault as fault:
                if time.monotonic() > until:
                    raise fault
            if time.monotonic() > until:
                raise Fault(f"{script}: not so within {seconds} s")
            time.sleep(0.02)

    def key(self, key, code, number):
        """Presses a key that writes a letter, as a person does."""
        event = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=key, **event)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def size(self, width, height, phone=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, mobile=phone,
                  deviceScaleFactor=2 if phone else 1, screenWidth=width, screenHeight=height)
        self.call("Emulation.setTouchEmulationEnabled", enabled=phone)

    def scheme(self, name):
        """`light`, `dark` or `forced colours`."""
        forced = name == "forced colours"
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if forced else name},
            {"name": "forced-colors", "value": "active" if forced else "none"}])

    def close(self):
        self.browser.call("Target.disposeBrowserContext", browserContextId=self.context)
