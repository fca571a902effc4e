"""Folders of other computers are recognised, whichever system or program shows them."""

from pathlib import PurePosixPath

import pytest

from hcmd_lab.storage.network_mounts import (
    Mount,
    mounts_of_linux,
    mounts_of_macos,
    network_kind,
)

LINUX = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 22 0:27 / /home/lab/share rw,relatime shared:9 - nfs4 server:/export rw
32 22 0:28 / /home/lab/our\040data rw,relatime - cifs //server/data rw
33 31 8:2 / /home/lab/share/local rw,relatime - ext4 /dev/sdb1 rw
34 22 0:30 / /mnt/cloud rw - fuse.rclone remote: rw
35 22 0:31 / /mnt/dav rw,nosuid - fuse https://cloud.example.org/files rw,user_id=0
36 22 0:32 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
37 22 0:33 / /mnt/other rw - fuse.something lab@server:/data rw
38 22 0:34 / /mnt/stick rw - fuseblk /dev/sdc1 rw
39 22 0:35 / /mnt/safe rw - fuse.gocryptfs /home/lab/cipher rw
40 22 0:36 / /mnt/bound rw - fuse.bindfs /home/lab/a:b rw
41 22 0:37 / /mnt/ümlaut rw - nfs server:/export rw
42 22 0:38 / /mnt/cloud/over rw - tmpfs tmpfs rw
a line that the system never writes
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//lab@server/data on /Volumes/our data (smbfs, nodev, nosuid, mounted by lab)
server:/export on /Volumes/export (nfs, nodev, nosuid)
/dev/disk4s1 on /Volumes/STICK (1) (msdos, local, nodev, nosuid)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lab/study", ""),
        ("/home/lab/share/study", "nfs4"),
        ("/home/lab/shared", ""),
        ("/home/lab/share/local/study", ""),
        ("/home/lab/our data/study", "cifs"),
        ("/mnt/cloud/a/b", "fuse.rclone"),
        ("/mnt/cloud/over/b", ""),
        ("/mnt/dav/study", "fuse"),
        ("/run/user/1000/gvfs/smb-share:server=a,share=b/study", "fuse.gvfsd-fuse"),
        ("/mnt/other/study", "fuse.something"),
        ("/mnt/stick/study", ""),
        ("/mnt/safe/study", ""),
        ("/mnt/bound/study", ""),
        ("/mnt/ümlaut/study", "nfs"),
    ],
)
def test_linux(folder: str, kind: str) -> None:
    assert network_kind(PurePosixPath(folder), mounts_of_linux(LINUX)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/Users/lab/study", ""),
        ("/Volumes/our data/study", "smbfs"),
        ("/Volumes/export/study", "nfs"),
        ("/Volumes/STICK (1)/study", ""),
    ],
)
def test_macos(folder: str, kind: str) -> None:
    """Its words as its manual has them; no Mac was at hand."""
    assert network_kind(PurePosixPath(folder), mounts_of_macos(MACOS)) == kind


@pytest.mark.parametrize(
    ("source", "elsewhere"),
    [
        ("//server/share", True),
        ("server:/export", True),
        ("lab@10.0.0.1:", True),
        ("https://cloud.example.org", True),
        ("/dev/sda1", False),
        ("C:", False),
        ("none", False),
        ("/home/lab/a:b", False),
    ],
)
def test_what_a_program_shows_is_judged_by_where_it_comes_from(
    source: str, elsewhere: bool
) -> None:
    assert Mount(PurePosixPath("/mnt"), "fuse.new", source).is_elsewhere is elsewhere
