import msgspec

from hcmd_lab.game.played import PlayedGroup, PlayedStage


def test_records_encode_to_json_as_they_are() -> None:
    stage = PlayedStage(
        stage=1,
        mechanism="libertarian",
        endowments=((10, 2, 2, 2),) * 2,
        contributions=((5, 2, 0, 1), (6, 2, 1, 1)),
        payouts=((8.0, 3.2, 0.0, 1.6), (9.6, 3.2, 1.6, 1.6)),
        own_choice=((True,) * 4, (True, False, True, True)),
    )
    group = PlayedGroup("S1-1", 1, "simulated", "acquire", (stage,), (1, 2, None, 2))
    assert msgspec.json.decode(msgspec.json.encode(group), type=PlayedGroup) == group
