"""The program under test, run as its users run it."""

import dataclasses
import json
import os
import pathlib
import subprocess
import time


@dataclasses.dataclass(frozen=True)
class Program:
    """capprint and where it keeps prepared art."""

    path: pathlib.Path
    home: pathlib.Path
    cache: pathlib.Path

    def run(self, *arguments, timeout=300):
        environment = {name: value for name, value in os.environ.items() if name not in ("CI", "SOURCE_DATE_EPOCH")}
        environment |= {"CAPPRINT_HOME": str(self.home), "CAPPRINT_CACHE": str(self.cache)}
        return subprocess.run(
            [str(self.path), *map(str, arguments)], capture_output=True, timeout=timeout, env=environment, text=True)

    def print(self, deck, look, size, pdf, report):
        """One card a page, so that a page is a face with its bleed. Returns what went wrong, or nothing."""
        paper = f"{size[0] + 12:g}x{size[1] + 12:g}mm"
        done = self.run(
            deck, *look, "--sheet", paper, "--margin", "0", "--no-marks", "--no-links", "--jobs", "1",
            "--report", report, "-o", pdf)
        return "" if done.returncode == 0 else f"exit {done.returncode}: {done.stderr.strip()[:400]}"

    def record(self, deck, look):
        done = self.run("snapshot", "record", deck, *look)
        return "" if done.returncode == 0 else f"exit {done.returncode}: {(done.stdout + done.stderr).strip()[:400]}"

    def verify(self, deck, look):
        """What `snapshot verify` says: its exit status, its report, its errors, and the seconds that it took."""
        begin = time.monotonic()
        done = self.run("snapshot", "verify", deck, *look, "--ci", "--format", "json")
        seconds = time.monotonic() - begin
        try:
            report = json.loads(done.stdout) if done.stdout.strip() else None
        except ValueError:
            report = None
        return done.returncode, report, done.stderr.strip(), seconds
