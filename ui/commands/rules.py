"""``jiheng rules``: the catalogue of rules, the packs, and whether a pack is sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.options import (
    STANDARD,
    Command,
    Debug,
    Json,
    Lang,
    Pack,
    Region,
    Year,
    group,
    to_json,
    write_out,
)
from ui.commands.review import check_year
from ui.messages import words
from ui.packs import packs_at_hand, packs_folder
from ui.terminal import language_of, show

if TYPE_CHECKING:
    from rules.card import RuleCard
    from rules.explain import Explained
    from rules.pack import Packs

rules_app = group("规则目录：有哪些规则，各是什么意思，依据哪些文件；检查自编的规则包。")


@rules_app.command("list", cls=Command, help="列出全部规则。")
def rules_list(json_file: Json = None, packs: Pack = None, debug: Debug = False, lang: Lang = None) -> None:
    """List the cards of all rules, those of the packs at hand among them."""
    from rules.card import all_cards
    from ui.rule_lines import rule_list

    language = language_of(lang)
    held = packs_at_hand(packs or ())
    owners = {card.code: name for name, pack in held.available.items() for card in pack.cards}
    cards = [*all_cards(), *(card for pack in held.available.values() for card in pack.cards)]
    if json_file is not None:
        shown = [card_json(card, owners.get(card.code)) for card in cards]
        write_out(json_file, to_json({"schema": "jiheng.rules/1", "rules": shown}))
    if json_file != STANDARD:
        show(lambda width: rule_list(cards, width, language))


@rules_app.command("show", cls=Command, help="显示一条规则或一个指标：含义、算法、依据；某年某地适用哪个值。")
def rules_show(
    code: Annotated[str, typer.Argument(metavar="编号", help="规则编号，如 A03；或指标名称")],
    year: Year = None,
    region: Region = None,
    packs: Pack = None,
    json_file: Json = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Show one card or indicator, and what holds for a year and a region."""
    from rules.explain import explain
    from ui.rule_lines import rule_shown

    language = language_of(lang)
    check_year(year, words(language))
    shown = explain(code.strip(), packs_at_hand(packs or ()), year, region)
    if json_file is not None:
        write_out(json_file, to_json({"schema": "jiheng.rule/1", **_explained_json(shown, year, region)}))
    if json_file != STANDARD:
        show(lambda width: rule_shown(shown, year, region, width, language))


@rules_app.command("packs", cls=Command, help="列出现有的规则包，各有哪些文件、参数、指标。")
def rules_packs(json_file: Json = None, packs: Pack = None, debug: Debug = False, lang: Lang = None) -> None:
    """List the packs at hand."""
    from ui.rule_lines import packs_shown

    language = language_of(lang)
    held = packs_at_hand(packs or ())
    if json_file is not None:
        write_out(json_file, to_json({"schema": "jiheng.packs/1", **_packs_json(held)}))
    if json_file != STANDARD:
        show(lambda width: packs_shown(held, width, language))


@rules_app.command("check", cls=Command, help="检查一个规则包文件夹，错误逐条写明文件和行号。")
def rules_check(
    folder: Annotated[str, typer.Argument(metavar="文件夹", help="规则包文件夹，内有 pack.toml")],
    json_file: Json = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Check a pack; exit status 1 where anything is wrong with it."""
    from rules.shelf import check_folder
    from ui.english import in_english
    from ui.rule_lines import faults_shown

    language = language_of(lang)
    place = Path(folder)
    pack, faults = check_folder(place, packs_folder())
    if json_file is not None:
        found = [{"file": one.file, "line": one.line, "message": one.message} for one in faults]
        sound = {"schema": "jiheng.pack/1", "pack": place.resolve().name, "sound": not faults}
        write_out(json_file, to_json({**sound, "faults": found}))
    if json_file != STANDARD:
        said = [in_english(str(fault)) if language == "en" else str(fault) for fault in faults]
        show(lambda width: faults_shown(place.resolve().name, pack, said, width, language))
    raise typer.Exit(1 if faults else 0)


def card_json(card: RuleCard, pack: str | None = None) -> dict[str, Any]:
    """Return a rule card as JSON: its basis as in the contract, its validity, its cases, the pack it is of."""
    value: dict[str, Any] = card.model_dump(mode="json", exclude={"sources", "data"})
    return {
        **value,
        "group": card.group,
        "pack": pack,
        "basis": [basis.as_json() for basis in card.basis],
        "verified": all(basis.verified for basis in card.basis),
        "validity": {
            "from": value["effective_from"],
            "to": value["effective_to"],
            "region": card.region,
        },
        "cases": [
            {"case": card.example_pass, "finding": False},
            {"case": card.example_fail, "finding": True},
        ],
    }


def _explained_json(shown: Explained, year: str | None, region: str | None) -> dict[str, Any]:
    pack = None if shown.pack is None else shown.pack.name
    if shown.card is not None:
        about = card_json(shown.card, pack)
    else:
        assert shown.indicator is not None
        about = {**shown.indicator.model_dump(mode="json"), "pack": pack}
        about["basis"] = [basis.as_json() for basis in shown.indicator.basis]
    return {
        **about,
        "asked": {"year": year, "region": region},
        "holds": shown.holds,
        "values": [
            {
                "parameter": item.parameter,
                "value": item.words,
                "pack": item.pack.name,
                "state": item.state,
                "from": _day(item.value.effective_from),
                "to": _day(item.value.effective_to),
                "basis": [basis.as_json() for basis in item.basis],
            }
            for item in shown.held
        ],
        "documents": [document.model_dump(mode="json") for document in shown.documents],
    }


def _packs_json(held: Packs) -> dict[str, Any]:
    shown = [
        {
            "name": pack.name,
            "title": pack.title,
            "region": pack.region,
            "over": pack.over,
            "documents": [document.model_dump(mode="json") for document in pack.document],
            "indicators": [item.id for item in pack.indicator],
            "parameters": [item.id for item in pack.parameter],
            "elements": [item.name for item in pack.element],
            "cards": [card.code for card in pack.cards],
        }
        for pack in held.available.values()
    ]
    return {"packs": shown, "left_out": list(held.left_out)}


def _day(value: Any) -> str | None:
    return None if value is None else value.isoformat()
