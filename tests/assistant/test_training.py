"""Exercises: what the trainee gets, what stays here, and that one seed is one exercise."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import docx
import pytest

from assistant.errors import TrainingError
from assistant.specimens import slips, story
from assistant.training.exercise import LEVELS, Exercise, draft, new_exercise
from assistant.training.folder import load_key, write_exercise
from assistant.training.syllabus import DECOYS, LESSONS, RULES, TOPICS, rule_of
from rules.card import all_cards

SEED = 90_210_777


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    return new_exercise(SEED, 2, None)


def _report_text(exercise: Exercise) -> str:
    document = docx.Document(io.BytesIO(exercise.files["report.docx"]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_same_seed_gives_the_same_bytes_of_every_file_and_the_same_key(exercise: Exercise) -> None:
    again = new_exercise(SEED, 2, None)
    assert again.files == exercise.files
    assert again.key == exercise.key


def test_another_seed_level_or_topic_is_another_exercise(exercise: Exercise) -> None:
    others = [new_exercise(SEED + 1, 2, None), new_exercise(SEED, 1, None), new_exercise(SEED, 2, "ratio")]
    assert len({other.id for other in [exercise, *others]}) == 4


def test_without_a_seed_every_exercise_is_a_new_one() -> None:
    assert new_exercise().id != new_exercise().id


def test_nothing_that_is_handed_out_tells_the_seed_or_the_key(exercise: Exercise) -> None:
    handed = exercise.files["questions.md"].decode() + exercise.files["exercise.json"].decode()
    with zipfile.ZipFile(io.BytesIO(exercise.files["report.docx"])) as archive:
        times = {info.date_time for info in archive.infolist()}
        handed += "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )
    assert str(SEED) not in handed
    assert hashlib.sha256(str(SEED).encode()).hexdigest()[:16] not in handed
    assert times == {(2025, 1, 1, 0, 0, 0)}
    told = exercise.files["questions.md"].decode() + exercise.files["exercise.json"].decode()
    for item in exercise.key.items:
        assert item.planted.quote not in told
        assert item.planted.derivation not in told
        assert item.planted.kind not in told


def test_the_description_names_the_report_by_its_hash_and_the_exercise_by_an_id(exercise: Exercise) -> None:
    told = json.loads(exercise.files["exercise.json"])
    assert told["id"] == exercise.id
    assert told["report"]["sha256"] == hashlib.sha256(exercise.files["report.docx"]).hexdigest()
    assert not {"seed", "items", "planted", "key", "decoys"} & set(told)


def test_every_exercise_holds_a_true_rounding_that_must_not_be_flagged(exercise: Exercise) -> None:
    roundings = [decoy for decoy in exercise.key.decoys if decoy.kind == "rounding"]
    text = _report_text(exercise)
    assert roundings
    assert all(any(figure in text for figure in decoy.figures) for decoy in roundings)


@pytest.mark.parametrize("topic", TOPICS)
def test_an_exercise_on_a_topic_holds_errors_of_that_topic_alone(topic: str) -> None:
    planted = draft(5, 3, topic).found.planted
    assert {entry.topic for entry in planted} == {topic}
    assert len(planted) >= 2


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_holds_no_error_above_it_and_more_errors_than_the_level_below(level: int) -> None:
    levels = [entry.level for entry in draft(17, level, None).found.planted]
    assert max(levels) == level
    assert len(levels) == level + 2


def test_the_quotes_of_the_key_stand_in_the_report_where_their_offsets_say(exercise: Exercise) -> None:
    from corpus.readers.opening import read_bytes

    text = read_bytes(exercise.files["report.docx"], "report.docx").text
    for item in exercise.key.items:
        own = item.places[0]
        assert own.start is not None
        assert "".join(text[own.start : own.end].split()) == "".join(own.quote.split())


def test_questions_ask_for_figures_that_no_planted_error_touches(exercise: Exercise) -> None:
    assert len(exercise.key.quiz) == 5
    for question in exercise.key.quiz:
        assert "=" in question.answer
        assert not any(item.planted.quote in question.question for item in exercise.key.items)
        assert question.answer not in exercise.files["questions.md"].decode()


def test_exercises_tell_of_different_units_in_different_money() -> None:
    names = {load.money for load in map(story.load, story.names())}
    units = {story.load(name).context["unit"] for name in story.names()}
    assert names == {"元", "万元"}
    assert len(units) == len(story.names()) >= 3


def test_every_kind_of_slip_and_decoy_has_its_rule_card_and_every_topic_its_lessons() -> None:
    codes = {card.code for card in all_cards()}
    assert {slip.kind for slip in slips.ALL} == set(RULES)
    assert set(RULES.values()) | {code for _, code in DECOYS.values()} <= codes
    assert all(set(about.cards) <= codes and set(about.lessons) <= set(LESSONS) for about in TOPICS.values())


def test_a_rate_of_control_is_explained_by_its_own_card() -> None:
    planted = [item for seed in range(40, 46) for item in draft(seed, 2, "ratio").found.planted]
    rules = {rule_of(entry) for entry in planted if set(entry.facts) & {"staff.rate", "public.rate"}}
    assert rules <= {"A04"}


def test_an_unknown_topic_is_refused() -> None:
    with pytest.raises(KeyError):
        new_exercise(1, 1, "poetry")


def test_the_key_comes_back_from_the_home_folder_and_is_not_in_the_other(
    exercise: Exercise, tmp_path, home
) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "练习"
    write_exercise(exercise, folder, home)
    assert sorted(path.name for path in folder.iterdir()) == ["exercise.json", "questions.md", "report.docx"]
    assert load_key(folder, home) == exercise.key


def test_a_folder_that_holds_anything_is_left_as_it_is(exercise: Exercise, tmp_path, home) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(TrainingError, match="不是空的"):
        write_exercise(exercise, tmp_path, home)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    assert not home.exists()


def test_an_exercise_never_goes_into_the_folder_that_keeps_the_keys(exercise: Exercise, home) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TrainingError, match="数据文件夹"):
        write_exercise(exercise, home, home)


def test_a_damaged_key_is_one_line_that_says_so(exercise: Exercise, tmp_path, home) -> None:  # type: ignore[no-untyped-def]
    write_exercise(exercise, tmp_path / "new", home)
    (home / "training" / f"{exercise.id}.json").write_text('{"id": 3}', "utf-8")
    with pytest.raises(TrainingError, match="已损坏"):
        load_key(tmp_path / "new", home)
