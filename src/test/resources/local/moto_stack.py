"""moto in server mode, with a memory: what was done to it is there again after a restart.

usage: moto_stack.py PORT JOURNAL [ADDRESS]      (loopback unless told; ends when its standard input is closed)

moto's own recorder replays a whole session over HTTP from one seed: it records reads as well, and the ids drift as soon
as two requests overlap. This journal keeps only the requests that changed something and succeeded, each with the seed
of its own ids, its instant and its account, and replays them before the port opens. So a role keeps its id and its
creation date, and a line that no longer matters can be dropped without moving any other.
"""

import base64
import copy
import datetime
import hashlib
import io
import json
import logging
import os
import re
import sys
import threading
import time
import urllib.parse

import moto.core.utils
from moto.core.request import PRESERVED_HEADER_NAMES_ENVIRON_KEY
from moto.iam.models import AWSManagedPolicy, IAMBackend, get_account_id_from
from moto.moto_api._internal import mock_random
from moto.organizations.models import FakeAccount
from moto.server import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

READS = ("Get", "List", "Describe", "Head", "Lookup", "Simulate", "Select", "Search", "Batch")
# Messages pass through; they are not state that anybody expects to find again.
PASSING = {"ReceiveMessage", "SendMessage", "SendMessageBatch", "DeleteMessage", "DeleteMessageBatch", "Publish",
           "PublishBatch", "ChangeMessageVisibility", "ChangeMessageVisibilityBatch"}
SESSION_LIFE = 12 * 3600  # seconds: the longest session that STS gives
SESSIONS_KEPT = 500
COMPACT_EVERY = 2000  # lines
ACCESS_KEY = re.compile(r"Credential=([^/]+)/")


class FrozenDatetime(datetime.datetime):
    """The clock that moto reads: the instant of the change being made or replayed, else the real one."""

    instant = None

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(cls.instant or time.time(), tz)


class FrozenModule:
    """Stands in for the datetime module inside moto's utcnow."""

    datetime = FrozenDatetime

    def __getattr__(self, name):
        return getattr(datetime, name)


def share_managed_policies():
    """Moto parses AWS's 1,582 managed policies again for each account and partition (1 s and 12 MB each time) and
    lists all of them among an account's details. Here they are parsed once, and the details have those in use, as
    AWS's own have."""
    parse = IAMBackend._init_aws_policies
    details = IAMBackend.get_account_authorization_details
    parsed = []

    def managed_policies(backend):
        if backend.partition != "aws":
            return []
        if not parsed:
            parsed.extend(parse(backend))
        return [copy.copy(policy) for policy in parsed]

    def details_in_use(backend, policy_filter):
        answer = details(backend, policy_filter)
        answer["managed_policies"] = [policy for policy in answer["managed_policies"]
                                      if policy.attachment_count or not isinstance(policy, AWSManagedPolicy)]
        return answer

    IAMBackend._init_aws_policies = managed_policies
    IAMBackend.get_account_authorization_details = details_in_use


def name_the_hub():
    """Moto calls the account that made an organization "master", and offers no way to change it."""
    describe = FakeAccount.describe

    def with_name(account):
        answer = describe(account)
        if answer["Name"] == "master":
            answer["Name"] = "hub"
        return answer

    FakeAccount.describe = with_name


def action_of(environ, body):
    """The API action, or the HTTP method where the protocol names none."""
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return target.rsplit(".", 1)[-1]
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        return urllib.parse.parse_qs(body.decode("utf-8", "replace")).get("Action", ["POST"])[0]
    query = urllib.parse.parse_qs(environ.get("QUERY_STRING", ""))
    if "Action" in query:
        return query["Action"][0]
    return {"GET": "Get", "HEAD": "Head", "OPTIONS": "Head"}.get(environ["REQUEST_METHOD"], environ["REQUEST_METHOD"])


class Journal:
    def __init__(self, path):
        self.path = path
        self.appended = 0
        self.torn = False

    def entries(self):
        if not os.path.exists(self.path):
            return
        with open(self.path, encoding="utf-8") as lines:
            for line in lines:
                try:
                    yield json.loads(line)
                except ValueError:  # the last line of a process that was killed while writing
                    print("moto journal: a torn line is left out", file=sys.stderr)
                    self.torn = True

    def append(self, entry):
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
        self.appended += 1
        if self.appended % COMPACT_EVERY == 0:
            self.compact()

    def clear(self):
        with open(self.path, "w", encoding="utf-8"):
            pass

    def compact(self):
        """Drops sessions that have ended, all but the last write of each S3 object, and torn lines."""
        entries = list(self.entries())
        sessions = [i for i, e in enumerate(entries) if e["action"].startswith("AssumeRole")]
        oldest = time.time() - SESSION_LIFE
        dropped = {i for n, i in enumerate(sessions)
                   if n < len(sessions) - SESSIONS_KEPT or entries[i]["at"] < oldest}
        copies = any("HTTP_X_AMZ_COPY_SOURCE" in e["environ"] for e in entries)
        last = {}
        for i, e in enumerate(entries if not copies else []):
            path = e["environ"].get("PATH_INFO", "")
            if e["action"] in ("PUT", "DELETE") and not e["environ"].get("QUERY_STRING") and path.strip("/").count("/"):
                dropped.update(last.get(path, ()))
                last[path] = (i,)
        if dropped or self.torn:
            with open(self.path + ".new", "w", encoding="utf-8") as file:
                file.writelines(json.dumps(e) + "\n" for i, e in enumerate(entries) if i not in dropped)
            os.replace(self.path + ".new", self.path)
            self.torn = False


class RememberingMoto:
    def __init__(self, journal):
        self.app = DomainDispatcherApplication(create_backend_app)
        self.journal = journal
        self.lock = threading.Lock()
        self.seen = {}

    def __call__(self, environ, start_response):
        body = self.body_of(environ)
        action = action_of(environ, body)
        environ["wsgi.input"] = io.BytesIO(body)
        if action in PASSING:  # ReceiveMessage waits: it must not hold up the others
            return self.app(environ, start_response)
        with self.lock:
            if environ["PATH_INFO"] == "/moto-api/reset":
                self.journal.clear()
            if action.startswith(READS) or environ["PATH_INFO"].startswith("/moto-api/"):
                return list(self.app(environ, start_response))
            return self.change(environ, action, body, start_response)

    @staticmethod
    def body_of(environ):
        if environ.get("wsgi.input_terminated"):
            body = environ["wsgi.input"].read()
            environ["CONTENT_LENGTH"] = str(len(body))
            environ.pop("HTTP_TRANSFER_ENCODING", None)
            environ.pop("wsgi.input_terminated")
            return body
        return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))

    def change(self, environ, action, body, start_response):
        key = ACCESS_KEY.search(environ.get("HTTP_AUTHORIZATION", ""))
        environ.setdefault("HTTP_X_MOTO_ACCOUNT_ID", get_account_id_from(key.group(1) if key else ""))
        entry = {"at": time.time(), "action": action, "seed": self.seed(environ, action, body),
                 "environ": {k: v for k, v in environ.items() if isinstance(v, str)},
                 "names": environ.get(PRESERVED_HEADER_NAMES_ENVIRON_KEY),
                 "body": base64.b64encode(body).decode("ascii")}
        statuses = []

        def remember_status(status, headers, exc_info=None):
            statuses.append(int(status.split()[0]))
            return start_response(status, headers, exc_info)

        FrozenDatetime.instant = entry["at"]
        mock_random.seed(entry["seed"])
        answer = list(self.app(environ, remember_status))
        FrozenDatetime.instant = None
        if statuses and statuses[-1] < 400:
            self.journal.append(entry)
        return answer

    def seed(self, environ, action, body):
        """The same for the same request, so that a fresh start gives the same ids; sessions are never the same."""
        if action.startswith("AssumeRole"):
            return os.urandom(16).hex()
        parts = (environ["HTTP_X_MOTO_ACCOUNT_ID"], action, environ["REQUEST_METHOD"], environ["PATH_INFO"],
                 environ.get("QUERY_STRING", ""))
        asked = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape") + b"\n" + body).hexdigest()
        self.seen[asked] = self.seen.get(asked, 0) + 1
        return f"{asked}-{self.seen[asked]}"

    def replay(self):
        self.journal.compact()
        count = 0
        for entry in self.journal.entries():
            asked, _, number = entry["seed"].partition("-")
            if number:
                self.seen[asked] = max(self.seen.get(asked, 0), int(number))
            environ = dict(entry["environ"])
            environ["wsgi.input"] = io.BytesIO(base64.b64decode(entry["body"]))
            environ["wsgi.errors"] = sys.stderr
            if entry["names"] is not None:
                environ[PRESERVED_HEADER_NAMES_ENVIRON_KEY] = entry["names"]
            FrozenDatetime.instant = entry["at"]
            mock_random.seed(entry["seed"])
            list(self.app(environ, lambda *_: None))
            count += 1
        FrozenDatetime.instant = None
        return count


def end_with_parent():
    sys.stdin.buffer.read()
    os._exit(0)


def main(port, journal, address="127.0.0.1"):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    moto.core.utils.datetime = FrozenModule()
    share_managed_policies()
    name_the_hub()
    moto_app = RememberingMoto(Journal(journal))
    started = time.time()
    count = moto_app.replay()
    print(f"moto: {count} remembered changes replayed in {time.time() - started:.1f} s", flush=True)
    server = make_server(address, port, moto_app, threaded=True, request_handler=MotoRequestHandler)
    threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
