"""``jiheng rules``: the catalogue of rules."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ui.commands.options import STANDARD, Command, Debug, Json, Lang, group, to_json, write_out
from ui.terminal import language_of, show

rules_app = group("规则目录：有哪些规则，各是什么意思。")


@rules_app.command("list", cls=Command, help="列出全部规则。")
def rules_list(json_file: Json = None, debug: Debug = False, lang: Lang = None) -> None:
    """List the cards of all rules."""
    from rules.card import all_cards
    from ui.present import rule_list

    language = language_of(lang)
    cards = all_cards()
    if json_file is not None:
        write_out(
            json_file, to_json({"schema": "jiheng.rules/1", "rules": [card_json(card) for card in cards]})
        )
    if json_file != STANDARD:
        show(lambda width: rule_list(cards, width, language))


@rules_app.command("show", cls=Command, help="显示一条规则：含义、算法、依据、例子。")
def rules_show(
    code: Annotated[str, typer.Argument(metavar="编号", help="规则编号，如 A03")],
    json_file: Json = None,
    debug: Debug = False,
    lang: Lang = None,
) -> None:
    """Show one card."""
    from rules.card import card
    from ui.present import rule_card

    language = language_of(lang)
    shown = card(code.strip().upper())
    if json_file is not None:
        write_out(json_file, to_json({"schema": "jiheng.rule/1", **card_json(shown)}))
    if json_file != STANDARD:
        show(lambda width: rule_card(shown, width, language))


def card_json(card: Any) -> dict[str, Any]:
    """Return a rule card as JSON, its basis as in the contract."""
    value: dict[str, Any] = card.model_dump(mode="json", exclude={"sources"})
    return {**value, "group": card.group, "basis": [basis.as_json() for basis in card.basis]}
