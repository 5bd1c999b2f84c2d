"""A plain collector to measure beside: Flask and sqlite3, one transaction a vote, as one would write it on an afternoon."""

import json
import os
import sqlite3
import threading

from flask import Flask, request

app = Flask(__name__)
local = threading.local()


def database():
    if not hasattr(local, "database"):
        local.database = sqlite3.connect(os.environ["PEER_DATABASE"], timeout=30)
        local.database.execute("PRAGMA journal_mode = WAL")
        local.database.execute("PRAGMA synchronous = FULL")
        local.database.execute("CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY, session TEXT, body TEXT)")
    return local.database


@app.post("/v1/answers")
def answers():
    header, *events = map(json.loads, request.get_data(as_text=True).splitlines())
    with database() as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO event VALUES (?, ?, ?)",
            [(event["id"], header["session"], json.dumps(event)) for event in events])
    return app.response_class('{"accepted":[],"refused":[]}', mimetype="application/json")
