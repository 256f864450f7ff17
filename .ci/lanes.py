"""Says which lanes ran, by the reports that Surefire, Failsafe and Vitest wrote, and why one did not.

Reports older than FILE, the build's start, do not count: they are of another build.

usage: lanes.py --since FILE     names the lanes
       lanes.py FILE             the same; fails if a lane that must run did not
"""

import glob
import os
import re
import shutil
import sys
import xml.etree.ElementTree

# In this order: the first that fits. A class belongs to a lane by its name; the contract lane is what extends a *Contract;
# the console lane is what Vitest reports.
LANES = [
    ("container", r"CT$"),
    ("browser", r"Browser\w*IT$"),
    ("contract", None),
    ("wire", r"WireTest$"),
    ("integration", r"IT$"),
    ("unit", r"Test$"),
    ("console", None),
]
MUST_RUN = ["unit", "contract", "wire", "integration", "browser", "console"]


def why_not(lane):
    if lane == "container":
        return "no Docker engine answers, or its images cannot be had" if shutil.which("docker") or shutil.which("dockerd") else "there is no Docker here"
    if lane == "browser" and not any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return "there is no Chromium here"
    if lane == "console" and os.path.exists("target/web-reports/TEST-console.xml.green"):
        return "nothing has changed since its tests were last green"
    return "its tests were not chosen"


def contract_classes():
    found = set()
    for source in glob.glob("src/test/java/**/*.java", recursive=True):
        with open(source, encoding="utf-8") as text:
            found.update(re.findall(r"class (\w+)\s+extends \w+Contract\b", text.read()))
    return found


CONTRACTS = contract_classes()


def lane_of(kind, name):
    if kind == "web":
        return "console"
    simple = name.split("$")[0].split(".")[-1]
    for lane, pattern in LANES:
        if simple in CONTRACTS if lane == "contract" else pattern and re.search(pattern, simple):
            return lane
    return "unit"


def main(since, strict):
    lanes = {lane: {"ran": 0, "failed": 0, "skipped": 0} for lane, _ in LANES}
    for kind in ("surefire", "failsafe", "web"):
        for report in glob.glob(f"target/{kind}-reports/TEST-*.xml"):
            if os.path.getmtime(report) < since:
                continue
            suite = xml.etree.ElementTree.parse(report).getroot()
            for case in suite.iter("testcase"):
                lane = lanes[lane_of(kind, case.get("classname") or suite.get("name"))]
                if case.find("skipped") is not None:
                    lane["skipped"] += 1
                    continue
                lane["ran"] += 1
                if case.find("failure") is not None or case.find("error") is not None:
                    lane["failed"] += 1
    missing = []
    for name, counts in lanes.items():
        ran = f"{counts['ran']} ran, {counts['failed']} failed, {counts['skipped']} skipped" if counts["ran"] else f"NOT RUN: {why_not(name)}"
        print(f"lane {name:<12} {ran}")
        if name in MUST_RUN and (not counts["ran"] or counts["skipped"]):
            missing.append(name)
    if not strict:
        return 0
    for name in missing:
        print(f"lane {name} must run here, and whole: it did not", file=sys.stderr)
    failed = sum(counts["failed"] for counts in lanes.values())
    sys.stderr.flush()
    print(f"{sum(counts['ran'] for counts in lanes.values()) - failed} passed, {failed} failed", flush=True)
    return 1 if missing or failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(os.path.getmtime(sys.argv[-1]), sys.argv[1] != "--since"))
