"""The question before a replication package: anonymous, and no uncounted votes by accident."""

from pytestqt.qtbot import QtBot

from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.replication_package.writing import Choices
from ui.control.data.package_question import PackageQuestion


def test_it_begins_anonymous_and_without_a_licence(qtbot: QtBot) -> None:
    question = PackageQuestion(0)
    qtbot.addWidget(question)
    assert question.choices == Choices()
    assert question.act.isEnabled()
    assert question.votes.isHidden()
    question.licence.setCurrentIndex(list(DataLicence).index(DataLicence.CC_BY))
    question.labels.setChecked(True)
    assert question.choices == Choices(DataLicence.CC_BY, with_labels=True)


def test_uncounted_votes_have_to_be_agreed_to(qtbot: QtBot) -> None:
    question = PackageQuestion(3)
    qtbot.addWidget(question)
    assert "3 groups" in question.votes.text()
    assert not question.act.isEnabled()
    question.votes.setChecked(True)
    assert question.act.isEnabled()
    assert question.choices.with_uncounted
