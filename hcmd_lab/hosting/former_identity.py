"""Moves the identity of a study of an earlier version to the lab computer."""

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.network.certificate import parse_host_certificate
from hcmd_lab.network.lab_identity import LabIdentity, PairedStation
from hcmd_lab.study.study import Study
from hcmd_lab.system_faults import reason_of

FORMER_FILE = "lab-server.pem"
"""Name of the file in a study's `keys` folder that held its own certificate and private key."""


def lend_identity(study: Study, identity: LabIdentity) -> None:
    """Make a study's own identity the lab computer's, if that has none and stations know it.

    So the stations stay paired. The study keeps neither key nor pairings. A study of simulated
    participants lends nothing: its stations were mostly the demo's.

    Raises:
        OperatorError: The study's certificate is damaged, has expired or cannot be read, or the
            computer's identity cannot be written.
    """
    store = study.store
    file = store.folder.keys / FORMER_FILE
    if study.settings.simulated or identity.exists or not file.exists():
        return
    stations = store.stations.all()
    if not stations:
        return
    try:
        pem = read_bounded(file, FileKind.RECORD)
    except OSError as error:
        raise OperatorError(
            "The lab computer's identity {path} cannot be read or written ({reason}); give this "
            "user access to it.",
            path=file,
            reason=reason_of(error),
        ) from error
    parse_host_certificate(pem, file)
    if identity.adopt(pem, [PairedStation(*station) for station in stations]):
        store.stations.forget()
        file.unlink()
