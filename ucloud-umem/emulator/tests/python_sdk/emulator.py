"""The command `umem-emulator` as a process, and the vendor's SDK as its client."""

import json
import subprocess
import threading
import urllib.request

from ucloud.client import Client
from ucloud.core import exc
from ucloud.core.typesystem import fields
from ucloud.core.utils.middleware import Middleware
from ucloud.helpers import wait
from ucloud.services.umem.client import UMemClient
from ucloud.services.umem.schemas import apis

REGION, ZONE, PROJECT = "cn-bj2", "cn-bj2-05", "org-emulator"

# No scenario takes longer; what hangs then fails, because the emulator is gone.
LONGEST_SECONDS = 50
# A state ends when the clock is moved, and not while the scenario looks at it.
STEP_MS = 60_000
HOUR_MS = 3_600_000

# Methods of the SDK's client that were answered with success.
ANSWERED = set()


class Emulator:
    """A running emulator; it ends at the end of a `with`."""

    binary = None

    def __init__(self, *arguments):
        command = [self.binary, "--listen", "127.0.0.1:0", *arguments]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._end = threading.Timer(LONGEST_SECONDS, self._process.kill)
        self._end.start()
        line = self._process.stdout.readline()
        if not line.startswith("listening on http://"):
            self.close()
            raise AssertionError(f"the emulator does not listen: {line!r}")
        self.url = line.removeprefix("listening on ").rstrip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._process.terminate()
        status = self._process.wait(10)
        self._end.cancel()
        self._process.stdout.close()
        if status != 0:
            raise AssertionError(f"the emulator ended with {status}")

    def fetch(self, address):
        with urllib.request.urlopen(address, timeout=5) as reply:
            return reply.read()

    def advance(self, milliseconds=STEP_MS):
        """Moves the clock, by one step of every state unless told otherwise."""
        self.control("clock", {"advance_ms": milliseconds})

    def control(self, path, body):
        headers = {"Content-Type": "application/json"}
        body = json.dumps(body).encode()
        self.fetch(urllib.request.Request(f"{self.url}/_emulator/{path}", body, headers))

    def client(self, **options):
        """The SDK's client, set up as its users do."""
        return Client(
            {
                "public_key": "emulator",
                "private_key": "emulator",
                "region": REGION,
                "base_url": self.url,
                "timeout": 5,
                "max_retries": 0,
                **options,
            },
            # The SDK's own writes every request to the log, passwords too.
            middleware=Middleware(),
        )

    def umem(self):
        return UMem(self.client())


class UMem:
    """The SDK's client of UMem, with a zone; it notes what was answered, and looks closer at replies than the SDK.

    The SDK's schemas refuse what is of another type, but take a reply that lacks something for a good one.
    """

    def __init__(self, client):
        self._client = client.umem()
        self._reply = None
        self._client.middleware.response(self._keep)

    def _keep(self, reply, response):
        if reply["RetCode"] == 0 and "x-emulator-answer" in response.headers:
            raise AssertionError(f"no state is behind it: {reply['Action']}")
        self._reply = reply
        return reply

    def __getattr__(self, name):
        method = getattr(self._client, name)

        def call(**parameters):
            reply = method({"Zone": ZONE, **parameters})
            schema = getattr(apis, self._reply["Action"] + "Schema")
            missing = sorted(lacking(schema.fields, self._reply, name))
            if missing:
                raise AssertionError(f"required, and not in the reply: {missing}")
            ANSWERED.add(name)
            return reply

        return call

    def first(self, **resource):
        """The row of an instance in the list of all of them."""
        rows = self.describe_umem(**resource)["DataSet"]
        if len(rows) != 1:
            raise AssertionError(f"{resource}: {rows}")
        return rows[0]


def lacking(members, reply, path):
    """Members that the SDK requires and that a reply does not have."""
    for name, member in members.items():
        place = f"{path}.{name}"
        value = reply.get(member.load_from or name)
        if value is None:
            if member.required:
                yield place
        elif isinstance(member, fields.List) and hasattr(member.item, "fields"):
            for entry in value:
                yield from lacking(member.item.fields, entry, place)


def actions():
    """Names of the methods that call an action."""
    return {name for name, value in vars(UMemClient).items() if name[0] != "_" and callable(value)}


def refusal(call, **parameters):
    """The RetCode and the message with which a call is refused."""
    try:
        reply = call(**parameters)
    except exc.RetCodeException as error:
        assert error.request_uuid, "a refusal has a request id"
        return error.code, error.message
    raise AssertionError(f"the call was not refused: {reply}")


def wait_for(state, target, pending):
    """Waits as users of the SDK do."""
    wait.wait_for_state(
        pending=pending,
        target=[target],
        refresh=state,
        timeout=10,
        min_backoff_interval=0.05,
        max_backoff_interval=0.05,
    )
