#!/usr/bin/env python3
"""Opens the web page of a comparison in Chromium and uses it as people do: keys, mouse, filters, paper.

Not part of `make test`. Needs Chromium, its driver and Selenium for Python; on Debian:
    apt-get install chromium chromium-driver python3-selenium

    Tests/Browser/check_report.py                  makes a report with .build/debug/capprint from the sample deck
    Tests/Browser/check_report.py --page FILE      takes this report, which shows two cards or more with pictures of before
    Tests/Browser/check_report.py --pictures DIR   keeps a picture of each view
"""

import argparse
import base64
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

root = pathlib.Path(__file__).resolve().parents[2]
problems = []


def check(truth, what):
    print(f"{'ok  ' if truth else 'FAIL'} {what}")
    if not truth:
        problems.append(what)


def make_report(folder):
    """A report of the sample deck after a word and a picture changed."""
    program = root / ".build/debug/capprint"
    deck = folder / "garden-tea"
    shutil.copytree(root / "Samples/garden-tea", deck)
    environment = {**os.environ, "CAPPRINT_HOME": str(root), "CI": ""}

    def run(*arguments, status):
        result = subprocess.run([program, "snapshot", *arguments], env=environment, cwd=deck, capture_output=True)
        if result.returncode != status:
            sys.exit(f"capprint snapshot {' '.join(arguments)}: {result.returncode}\n{result.stderr.decode()}")

    run("record", "--pictures", "deck.json", status=0)
    text = (deck / "deck.json").read_text()
    (deck / "deck.json").write_text(text.replace("ティーカップ", "コップ").replace('"فِنْجان"', '"كُوب"'))
    sticker = deck / "stickers/cat.svg"
    art = sticker.read_text()
    sticker.write_text(art.replace("</svg>", '<circle cx="50%" cy="50%" r="9%" fill="#2a6fdb"/></svg>'))
    run("verify", "deck.json", "--report", "report.html", status=1)
    return deck / "report.html"


class Page:
    def __init__(self, file, width=1280, height=900, features=()):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        if features:
            media = [{"name": name, "value": value} for name, value in features]
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": media})
        self.driver.get(pathlib.Path(file).resolve().as_uri())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def ask(self, script, *arguments):
        return self.driver.execute_script(f"return {script}", *arguments)

    def press(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()
        time.sleep(0.1)

    def find(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def current(self):
        return self.ask("[...document.querySelectorAll('.item')].findIndex(i => i.ariaCurrent === 'true')")

    def visible(self, selector):
        """How many elements that match can be seen."""
        return self.ask(
            "[...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility({visibilityProperty: true})).length",
            selector)

    def shown(self):
        return self.ask("document.body.dataset.shown")

    def picture(self, folder, name):
        if folder:
            self.driver.save_screenshot(str(pathlib.Path(folder) / f"{name}.png"))


def use(file, pictures):
    with Page(file) as page:
        items = len(page.find(".item"))
        pairs = len(page.find(".pair"))
        check(items >= 2 and pairs >= 2, f"{items} items, {pairs} with old and new")
        page.picture(pictures, "1-side-by-side")

        # From one to the next
        page.press("j")
        check(page.current() == 0, "J goes to the first")
        check(page.ask("document.activeElement.classList.contains('item')"), "and it has the focus")
        page.press("j")
        check(page.current() == 1, "J goes to the next")
        page.press("k")
        check(page.current() == 0, "K goes back")
        page.press(Keys.ARROW_RIGHT)
        check(page.current() == 1, "an arrow goes on")
        page.press(Keys.ARROW_LEFT, "k")
        check(page.current() == 0, "and back, and not before the first")
        top = page.ask("document.querySelector('.item[aria-current]').getBoundingClientRect().top")
        tools = page.ask("document.querySelector('.tools').getBoundingClientRect().bottom")
        check(tools <= top < 300, f"the current one stands below the tools, at {top:.0f} px")

        # Views
        page.press("2")
        page.picture(pictures, "2-slider")
        check(page.visible(".divider") == pairs, "2 shows a divider on each pair")
        check(page.visible(".pair .difference") == 0, "and no difference")
        divider = page.find(".divider")[0]
        box = page.ask("arguments[0].parentElement.querySelector('.old .frame').getBoundingClientRect().toJSON()", divider)
        ActionChains(page.driver).drag_and_drop_by_offset(divider, int(box["width"] / 4), 0).perform()
        cut = float(page.ask("arguments[0].value", divider))
        check(70 <= cut <= 80, f"the divider is dragged: {cut:.0f} %")
        clip = page.ask("getComputedStyle(arguments[0].parentElement.querySelector('.new .frame')).clipPath", divider)
        check(f"{cut:.0f}%" in clip, f"the new picture is cut there: {clip}")
        page.ask("arguments[0].focus()", divider)
        at = page.current()
        page.press(Keys.ARROW_LEFT, Keys.ARROW_LEFT)
        check(float(page.ask("arguments[0].value", divider)) == cut - 2, "arrows move the divider that has the focus")
        check(page.current() == at, "and do not leave the item")
        page.picture(pictures, "2-slider-dragged")
        page.press("j", "k")

        page.press("3")
        seen = set()
        end = time.time() + 2.5
        while time.time() < end:
            seen.add(page.shown())
            time.sleep(0.05)
        check(seen == {"old", "new"}, "3 shows old and new in turns")
        check(page.visible(".pair .old") + page.visible(".pair .new") == pairs, "one of them at a time")
        page.press("p")
        first = page.shown()
        time.sleep(1.2)
        check(first == "new" and page.shown() == "new", "P stops it, at the new one")
        page.picture(pictures, "3-flicker")
        ActionChains(page.driver).key_down(" ").perform()
        check(page.shown() == "old", "holding the space bar shows the old one")
        ActionChains(page.driver).key_up(" ").perform()
        check(page.shown() == "new", "letting it go the new one")
        ActionChains(page.driver).move_to_element(page.find(".pair")[0]).click_and_hold().perform()
        check(page.shown() == "old", "so does holding the mouse")
        ActionChains(page.driver).release().perform()
        page.press("1")
        ActionChains(page.driver).key_down(" ").perform()
        check(page.ask("document.body.dataset.mode") == "flicker", "the space bar flickers from any view")
        ActionChains(page.driver).key_up(" ").perform()

        page.press("4")
        page.picture(pictures, "4-difference")
        check(page.visible(".pair.marked .difference") == len(page.find(".pair.marked")), "4 shows what is marked")
        check(page.visible(".pair.marked .new") == 0, "and nothing else")
        page.press("z")
        page.picture(pictures, "4-difference-larger")
        page.press("z", "1")
        check(page.visible(".pair .old") == pairs and page.visible(".pair .new") == pairs, "1 shows all of them")

        # Accepting
        page.driver.execute_cdp_cmd(
            "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
        page.press("c")
        time.sleep(0.3)
        wanted = page.ask("document.querySelector('.item[aria-current] .accept code').textContent")
        copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))")
        check(copied == wanted, f"C copies {wanted!r}")
        check("Copied" in page.ask("document.querySelector('#said').textContent"), "and says so")
        page.find("body > header .copy")[0].click()
        time.sleep(0.3)
        copied = page.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], e => arguments[0]('' + e))")
        check(copied == page.ask("document.querySelector('body > header code').textContent"), "a click copies the one for all")

        # What is shown
        name = page.ask("document.querySelectorAll('.item h2')[1].textContent")
        page.press("/")
        page.press(name.upper())
        check(page.visible(".item") < items, f"a search for {name!r} shows {page.visible('.item')}")
        page.press(Keys.ESCAPE)
        check(page.visible(".item") == items, "Escape shows all")
        page.press("/", "no such thing")
        check(page.visible("#none") == 1, "where nothing is found it is said")
        page.find("#show-all")[0].click()
        check(page.visible(".item") == items, "and all are a click away")
        tile = page.find("button.tile")[0]
        state = tile.get_attribute("data-state")
        tile.click()
        check(page.visible(f".item[data-state={state}]") == 0, f"the tile hides what is {state}")
        tile.click()
        check(page.visible(".item") == items, "and shows it again")
        for side in page.find("[data-set-side=front]"):
            side.click()
            check(page.visible(".side[data-side=back]") == 0, "backs are hidden where fronts are wanted")
            page.find('[data-set-side=""]')[0].click()

        # Keys and names
        page.press("?")
        check(page.ask("document.querySelector('#keys').open"), "? shows the keys")
        page.picture(pictures, "5-keys")
        page.press(Keys.ESCAPE)
        check(not page.ask("document.querySelector('#keys').open"), "Escape closes them")
        nameless = page.ask(
            "[...document.querySelectorAll('button, input, img')]"
            ".filter(e => !(e.ariaLabel || e.alt || e.textContent.trim())).length")
        check(nameless == 0, "every button, field and picture has a name")
        page.ask("document.activeElement.blur()")
        stops = set()
        for _ in range(200):
            page.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown", "key": "Tab", "windowsVirtualKeyCode": 9})
            ring = page.ask("getComputedStyle(document.activeElement).outlineStyle")
            where = page.ask("[...document.querySelectorAll('button, input, a')].indexOf(document.activeElement)")
            if ring == "none" and where >= 0:
                check(False, f"a ring at {page.ask('document.activeElement.outerHTML.slice(0, 120)')}")
            stops.add(where)
        reachable = page.ask("[...document.querySelectorAll('button, input, a')].filter(e => e.checkVisibility() && !e.closest('dialog')).length")
        check(len(stops - {-1}) >= min(reachable, 150), f"Tab reaches {len(stops - {-1})} of {reachable} places, each with a ring")

        # Nothing from elsewhere
        log = page.driver.get_log("browser")
        check(log == [], f"nothing is complained about {log or ''}")
        sources = page.ask("[...document.querySelectorAll('[src], link, script[src]')].filter(e => !(e.src || '').startsWith('data:')).length")
        check(sources == 0, "nothing is loaded from elsewhere")

        # Paper
        page.press("2")
        pdf = base64.b64decode(page.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"])
        check(pdf.startswith(b"%PDF"), f"it prints: {len(pdf) // 1024} kB")
        if pictures:
            (pathlib.Path(pictures) / "6-paper.pdf").write_bytes(pdf)

    with Page(file, features=[("prefers-color-scheme", "dark")]) as page:
        ground = page.ask("getComputedStyle(document.body).backgroundColor")
        check(sum(map(int, ground[4:-1].split(","))) < 200, f"dark where the reader wants it dark: {ground}")
        page.picture(pictures, "7-dark")
    with Page(file, features=[("prefers-reduced-motion", "reduce")]) as page:
        page.press("3")
        seen = set()
        end = time.time() + 2
        while time.time() < end:
            seen.add(page.shown())
            time.sleep(0.05)
        check(seen == {"new"}, "nothing moves by itself for those who want none of it")
    with Page(file, width=390, height=844) as page:
        check(page.ask("document.documentElement.scrollWidth") <= 390, "fits a telephone")
        page.picture(pictures, "8-telephone")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--page")
    parser.add_argument("--pictures")
    options = parser.parse_args()
    if options.pictures:
        pathlib.Path(options.pictures).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        use(options.page or make_report(pathlib.Path(folder)), options.pictures)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


main()
