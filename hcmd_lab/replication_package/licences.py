"""The licences under which data may be given away."""

from hcmd_lab.game.settings import Choice


class DataLicence(Choice):
    """Licence of the data of a replication package."""

    NONE = ("none", "None yet", "Nobody else may use the data until a licence is chosen.")
    CC0 = ("CC0-1.0", "CC0 1.0", "The data are given to everybody without conditions.")
    CC_BY = ("CC-BY-4.0", "CC BY 4.0", "Whoever uses the data names their source.")
    CC_BY_SA = (
        "CC-BY-SA-4.0",
        "CC BY-SA 4.0",
        "Whoever uses the data names their source and shares what follows alike.",
    )
    CC_BY_NC = (
        "CC-BY-NC-4.0",
        "CC BY-NC 4.0",
        "Whoever uses the data names their source and earns nothing by them.",
    )
    ODC_BY = ("ODC-By-1.0", "ODC-By 1.0", "Attribution, made for databases.")

    @property
    def address(self) -> str:
        """Where its text stands; empty of none."""
        return _ADDRESSES.get(self.value, "")


_ADDRESSES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
}
