"""Settings: environment (``JIHENG_…``) over ``jiheng.toml``, read once, frozen; every field described."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.errors import SettingsError

PREFIX = "JIHENG_"
FILE = "jiheng.toml"

Language = Literal["zh", "en"]


def _known_embeddings(value: str) -> str:
    if value == "builtin" or (value.startswith("openai:") and value != "openai:"):
        return value
    raise ValueError("应为 builtin 或 openai:模型名")


class Settings(BaseSettings):
    """What is in force for this run; the fields are those of the contract, upper case with ``JIHENG_`` in front."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    home: Path = Field(
        default_factory=lambda: user_data_path("jiheng", appauthor=False),
        description="数据文件夹：数据库、向量库和缓存，用到时创建",
    )
    database_url: str | None = Field(
        None, description="数据库地址（SQLAlchemy），缺省为数据文件夹中的 SQLite"
    )
    chroma_url: str | None = Field(None, description="Chroma 服务地址，缺省为数据文件夹中的内置向量库")
    llm_base_url: str | None = Field(None, description="大模型接口地址（OpenAI 兼容），缺省由离线引擎作答")
    llm_model: str | None = Field(None, description="大模型名称")
    llm_api_key: SecretStr | None = Field(None, description="大模型接口密钥")
    embeddings: Annotated[str, AfterValidator(_known_embeddings)] = Field(
        "builtin", description="向量模型：builtin 或 openai:模型名"
    )
    embeddings_base_url: str | None = Field(None, description="向量模型接口地址（OpenAI 兼容）")
    embeddings_api_key: SecretStr | None = Field(
        None, description="向量模型接口密钥；地址与大模型相同时缺省用大模型的密钥"
    )
    lang: Language = Field("zh", description="界面语言：zh 或 en")
    test_reports: Path | None = Field(None, description="测试用真实报告所在的文件夹")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let arguments stand over the environment, and the environment over ``jiheng.toml``."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, config_file())

    def shown(self) -> dict[str, str]:
        """Return every setting as text by its name in the environment; secrets masked, passwords in URLs too."""
        return {f"{PREFIX}{name.upper()}": _masked(getattr(self, name)) for name in type(self).model_fields}


def config_file() -> Path | None:
    """Return the ``jiheng.toml`` in force: the one in the current folder, else the one in the user's home."""
    return next((path for path in (Path.cwd() / FILE, Path.home() / FILE) if path.is_file()), None)


def load_settings(**over: Any) -> Settings:
    """Read the settings; ``over`` stands over environment and file.

    Raises: SettingsError with one line that names each faulty setting.
    """
    try:
        return Settings(**over)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{config_file()} 不是有效的 TOML（{error}）；请改正，或移走该文件") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config_file()} 无法读取；请检查权限和编码（应为 UTF-8）") from error
    except ValidationError as error:
        faults = "；".join(_fault(fault["loc"], fault["type"], fault["msg"]) for fault in error.errors())
        raise SettingsError(f"设置有误：{faults}；请检查环境变量 {PREFIX}… 和 {FILE}") from error


def _fault(place: tuple[int | str, ...], kind: str, message: str) -> str:
    name = ".".join(str(part) for part in place)
    if kind == "extra_forbidden":
        return f"没有名为 {name} 的设置"
    if kind == "literal_error":
        return f"{name} 应为 zh 或 en"
    return f"{name}：{message.removeprefix('Value error, ')}"


def _masked(value: object) -> str:
    if value is None:
        return ""
    text = str(value)  # a SecretStr shows stars
    head, at, tail = text.rpartition("@")
    scheme, slashes, login = head.partition("://")
    if at and slashes and ":" in login:
        return f"{scheme}://{login.partition(':')[0]}:***@{tail}"
    return text
