"""Thunderbird without a window, driven through its Marionette socket: it subscribes to feeds as a person would."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.feeds.clients.readers import ENVIRONMENT, missing
from tests.feeds.clients.rows import Row

STARTED_WITHIN = 90
LOADED_WITHIN = 60
# Nothing of the program may ask for anything but the feed: no account, no start page, no updates, no telemetry.
PREFERENCES = {
    "app.donation.eoy.version.viewed": 999,
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "calendar.timezone.local": "Europe/Berlin",
    "calendar.timezone.useSystemTimezone": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True,
    "mail.winsearch.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}
PRELUDE = """
    const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
    const done = arguments[arguments.length - 1];
    const loaded = (calendar, work) => new Promise((resolve, reject) => {
      const observer = {
        QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
        onStartBatch() {}, onEndBatch() {}, onAddItem() {}, onModifyItem() {}, onDeleteItem() {},
        onPropertyChanged() {}, onPropertyDeleting() {},
        onError(_, code, text) { reject(new Error(`${code} ${text}`)); },
        onLoad() { calendar.removeObserver(observer); resolve(); },
      };
      calendar.addObserver(observer);
      work();
    });
    const rows = async (calendar) => {
      const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
      const day = (when) => [when.year, when.month + 1, when.day].map((n) => String(n).padStart(2, "0")).join("-");
      return items.map((item) => [
        item.id, day(item.startDate), day(item.endDate), item.title, item.getProperty("DESCRIPTION") ?? "",
      ]);
    };
"""
SUBSCRIBE = """
    (async () => {
      const calendar = cal.manager.createCalendar("ics", Services.io.newURI(arguments[0]));
      calendar.name = "feed";
      await loaded(calendar, () => { cal.manager.registerCalendar(calendar); calendar.refresh(); });
      return { id: calendar.id, rows: await rows(calendar) };
    })().then(done, (error) => done({ error: String(error) }));
"""
REFRESH = """
    (async () => {
      const calendar = cal.manager.getCalendarById(arguments[0]);
      await loaded(calendar, () => calendar.refresh());
      return { id: calendar.id, rows: await rows(calendar), disabled: Boolean(calendar.getProperty("disabled")) };
    })().then(done, (error) => done({ error: String(error) }));
"""


class Thunderbird:
    """A Thunderbird with a profile of its own."""

    def __init__(self, profile: Path) -> None:
        """Start it, and wait until its socket answers; the test fails if it is missing or does not start."""
        program = shutil.which("thunderbird")
        if program is None:
            missing("thunderbird", "sh tests/web/fetch.sh")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        profile.mkdir()
        preferences = PREFERENCES | {"marionette.port": port}
        lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in preferences.items()]
        (profile / "user.js").write_text("".join(lines))
        command = [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]
        environment = ENVIRONMENT | {"HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
        self._output = (profile / "output").open("wb")
        self._process = subprocess.Popen(
            [*command, str(profile)], stdout=self._output, stderr=self._output, env=environment
        )
        self._socket = self._connected(port)
        self._number = 0
        self._received()
        self._command(
            "WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"timeouts": {"script": LOADED_WITHIN * 1000}}}}
        )
        self._command("Marionette:SetContext", {"value": "chrome"})

    def __enter__(self) -> Thunderbird:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.terminate()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def subscribe(self, address: str) -> tuple[str, list[Row]]:
        """Subscribe to a feed; its id here, and its events, sorted."""
        found = self._run(SUBSCRIBE, address)
        return found["id"], sorted(Row(*row) for row in found["rows"])

    def refresh(self, calendar: str) -> list[Row]:
        """Ask for a feed again; its events, sorted."""
        found = self._run(REFRESH, calendar)
        assert not found["disabled"]
        return sorted(Row(*row) for row in found["rows"])

    def _run(self, script: str, *arguments: str) -> Any:
        body = {"script": PRELUDE + script, "args": list(arguments)}
        found = self._command("WebDriver:ExecuteAsyncScript", body)["value"]
        assert "error" not in found, found
        return found

    def _connected(self, port: int) -> socket.socket:
        until = time.monotonic() + STARTED_WITHIN
        while time.monotonic() < until:
            assert self._process.poll() is None, f"thunderbird ended with {self._process.returncode}"
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=LOADED_WITHIN + 10)
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"thunderbird did not answer within {STARTED_WITHIN} seconds")

    def _command(self, name: str, parameters: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, number, error, result = self._received()
        assert (number, error) == (self._number, None), error
        return result

    def _received(self) -> Any:
        """One message: its length, a colon, and as many bytes of JSON."""
        head = b""
        while not head.endswith(b":"):
            head += self._socket.recv(1)
        body = b""
        while len(body) < int(head[:-1]):
            body += self._socket.recv(65536)
        return json.loads(body)
