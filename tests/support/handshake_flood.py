"""A laptop that begins TLS handshakes and never ends them.

    python tests/support/handshake_flood.py PORT COUNT ADDRESS SECONDS

Holds COUNT connections, each with its first message of a handshake sent, and opens those again that
the host closes. Prints how many it has opened in all.
"""

import selectors
import socket
import ssl
import sys
import time
from contextlib import suppress

HOST = "127.0.0.1"


def first_message() -> bytes:
    """What a client says first."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context()
    with suppress(ssl.SSLWantReadError):
        context.wrap_bio(incoming, outgoing, server_hostname="lab-server").do_handshake()
    return outgoing.read()


def flood(port: int, count: int, address: str, seconds: float) -> int:
    """Keep so many handshakes unfinished for so long; returns how many were begun."""
    if sys.platform != "win32":  # which has no such limit
        import resource  # noqa: PLC0415

        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    hello, begun, open_now = first_message(), 0, 0
    selector = selectors.DefaultSelector()
    until_s = time.monotonic() + seconds
    print("begins", flush=True)
    while time.monotonic() < until_s:
        while open_now < count:
            one = socket.socket()
            one.setblocking(False)
            one.bind((address, 0))
            one.connect_ex((HOST, port))
            selector.register(one, selectors.EVENT_WRITE)
            open_now += 1
            begun += 1
        for key, events in selector.select(timeout=0.1):
            one = key.fileobj
            assert isinstance(one, socket.socket)
            try:
                if events & selectors.EVENT_WRITE:
                    one.send(hello)
                    selector.modify(one, selectors.EVENT_READ)
                elif not one.recv(65536):
                    raise ConnectionError
            except BlockingIOError:
                continue
            except OSError:
                selector.unregister(one)
                one.close()
                open_now -= 1
    return begun


if __name__ == "__main__":
    print(flood(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], float(sys.argv[4])))
