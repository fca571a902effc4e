"""Makes a study from a bundle, so that another lab plays under the same design."""

from pathlib import Path

import msgspec

from hcmd_lab.bundles.bundle_records import Bundle
from hcmd_lab.bundles.merging import Merge, merge, plan_merge
from hcmd_lab.codes import new_code
from hcmd_lab.storage.intake import OnProgress, nobody_told
from hcmd_lab.storage.opening import study_in_the_making
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.study.recorded import COPY_FACT
from hcmd_lab.study.settings import stored_settings
from hcmd_lab.study.study import Study


def start_study(bundle: Bundle, folder: Path, on_progress: OnProgress = nobody_told) -> Merge:
    """Create a study from the design, mechanisms and data of a bundle: all of it, or none.

    It draws sessions of its own: two labs must not play the same seeds.

    Args:
        bundle: The bundle, from `read_bundle`.
        folder: A folder that does not exist or is empty.
        on_progress: As for `merge`.

    Returns:
        What the study begins with.

    Raises:
        UsageError: The folder is taken, or the bundle's data cannot be taken.
        OperatorError: The folder cannot be written.
    """
    settings = stored_settings(bundle.manifest.settings)
    facts = {"settings": msgspec.to_builtins(settings), COPY_FACT: new_code()}
    with study_in_the_making(StudyFolder(folder)) as made, Store.create(made, facts) as store:
        study = Study(store)
        planned = plan_merge(study, bundle)
        merge(study, planned, on_progress)
    return planned
