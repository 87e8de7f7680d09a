"""An OpenAI-compatible chat model as an engine: it chooses words and order over the evidence that the tools brought.

Nothing here trusts it: figures are slots, tools only read, calls and time are bounded, and whoever uses this engine holds
each sentence against the evidence before it is shown.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import openai
from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware
from langchain_core.messages import AIMessageChunk, HumanMessage
from langchain_core.tools import BaseTool, StructuredTool
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.engines.slots import Slots
from assistant.errors import EngineError
from assistant.export.masking import masked
from assistant.guard import sentences
from assistant.prompts import prompt
from assistant.tools import TOOLS, Tool, call


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how often a model may work on one answer. Units: seconds, calls."""

    connect: float = 5.0
    stall: float = 30.0
    total: float = 90.0
    calls: int = 4
    retries: int = 1
    longest: int = 6000


class ChatModelEngine:
    """Writes answers with a chat model behind an OpenAI-compatible endpoint."""

    name = "llm"

    def __init__(
        self, base_url: str, model: str, api_key: SecretStr | None = None, limits: Limits | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._base_url = base_url
        self._model = model
        self._key = api_key

    @property
    def destination(self) -> str:
        """Return the host that text goes to."""
        return urlsplit(self._base_url).netloc or self._base_url

    def write(self, desk: Desk, reply: Reply) -> Iterator[str]:
        """Yield the model's sentences as they come, slots filled. Raises: EngineError, also in the middle."""
        begun = time.monotonic()
        slots = Slots()
        system, user = self._told(desk, reply, slots)
        try:
            for sentence in sentences(self._stream(desk, slots, system, user, begun)):
                yield slots.fill(sentence)
        except EngineError:
            raise
        except (
            Exception
        ) as error:  # the border to the model: whatever it throws is an engine that does not answer
            raise EngineError(reason(error)) from error

    def _told(self, desk: Desk, reply: Reply, slots: Slots) -> tuple[str, str]:
        """Return what the model is told, people's names and numbers masked."""
        support = desk.material.support()
        draft = slots.cut(reply.text, support)
        evidence = "\n".join(
            f"{item.marker} {item.evidence.document}：“{' '.join(item.evidence.quote.split())[:300]}”"
            for item in support.citations
            if item.marker in reply.text
        )
        system, user = prompt().filled(
            unit=desk.review.unit_name or "（未识别）",
            year=desk.review.year or "（未识别）",
            question=desk.question.text,
            draft=draft,
            figures=slots.table() or "（无）",
            evidence=evidence or "（无）",
        )
        return masked(system), masked(user)

    def _stream(self, desk: Desk, slots: Slots, system: str, user: str, begun: float) -> Iterator[str]:
        agent = create_agent(
            self._chat(),
            [_as_tool(tool, desk, slots) for tool in TOOLS],
            system_prompt=system,
            middleware=[ModelCallLimitMiddleware(run_limit=self._limits.calls, exit_behavior="error")],
        )
        said, ended = 0, False
        for chunk, _ in agent.stream({"messages": [HumanMessage(user)]}, stream_mode="messages"):
            if time.monotonic() - begun > self._limits.total:
                raise EngineError("回答超过时限")
            if not isinstance(chunk, AIMessageChunk):
                continue
            ended = ended or chunk.response_metadata.get("finish_reason") == "stop"
            text = str(chunk.text)
            said += len(text)
            if said > self._limits.longest:
                raise EngineError("回答过长")
            if text:
                yield text
        if not said:
            raise EngineError("没有返回内容")
        if not ended:
            raise EngineError("回答中断")

    def _chat(self) -> ChatOpenAI:
        limits = self._limits
        timeout = httpx.Timeout(limits.stall, connect=limits.connect)
        return ChatOpenAI(
            base_url=self._base_url,
            model=self._model,
            api_key=self._key or SecretStr("none"),
            timeout=timeout,
            max_retries=limits.retries,
            temperature=0,
            streaming=True,
            stream_usage=False,
        )


def _as_tool(tool: Tool, desk: Desk, slots: Slots) -> BaseTool:
    """Return a tool of ours in the shape that the model's library wants; its figures leave as slots, names masked."""

    def run(**arguments: Any) -> str:
        try:
            text = call(desk, tool.name, arguments)
        except EngineError as error:
            return str(error)
        cut = slots.cut(text, desk.material.support())
        return masked(f"{cut}\n占位符：\n{slots.table()}")

    return StructuredTool.from_function(
        run, name=tool.name, description=tool.description, args_schema=tool.arguments
    )


_REASONS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    ((openai.APITimeoutError, httpx.TimeoutException), "接口没有及时响应"),
    ((openai.RateLimitError,), "接口限流"),
    ((openai.AuthenticationError, openai.PermissionDeniedError), "接口拒绝访问，请检查密钥"),
    ((openai.NotFoundError,), "接口地址或模型名称不对"),
    ((openai.BadRequestError, openai.UnprocessableEntityError), "接口不接受请求"),
    ((openai.InternalServerError,), "接口内部错误"),
    ((openai.APIConnectionError, httpx.ConnectError), "连不上接口"),
    ((httpx.RemoteProtocolError, httpx.ReadError), "回答中断"),
    ((ValueError,), "返回的内容无法解析"),
)


def reason(error: Exception) -> str:
    """Return in words, without figures, why a model did not answer."""
    seen: Exception | BaseException | None = error
    while seen is not None:
        for kinds, words in _REASONS:
            if isinstance(seen, kinds):
                return words
        seen = seen.__cause__
    return "接口出错"
