"""The reward function inside a trainer: real steps of TRL's GRPO on a model of a few thousand parameters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import codearena
from codearena.core.config import load_config
from codearena.env.extract import fence
from codearena.env.reward import Reward

WHY = "trains with TRL for real, which is not installed (the extra 'trl')"
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
os.environ.update(OFFLINE)  # read when these libraries are imported

torch = pytest.importorskip("torch", reason=WHY)
datasets = pytest.importorskip("datasets", reason=WHY)
transformers = pytest.importorskip("transformers", reason=WHY)
trl = pytest.importorskip("trl", reason=WHY)

# TRL still uses a name that transformers replaces.
pytestmark = pytest.mark.filterwarnings(r"ignore:`\w*gradient_checkpointing\w*` is deprecated:FutureWarning")

TASK = "easy/average-list"
SETTINGS = load_config(start=Path("/"), environ={}, workers=2, seed=0)
TEMPLATE = "{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}<eos>{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}"
ASK = "Repair it:\n"


class Watched(Reward):
    """Remembers what the trainer passed and got."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.calls: list[tuple[dict[str, Any], list[float | None]]] = []

    def __call__(self, *arguments: Any, **columns: Any) -> list[float | None]:
        """Grade, and take note."""
        rewards = super().__call__(*arguments, **columns)
        self.calls.append((columns, rewards))
        return rewards


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """More of them wait for each other on a machine of few cores."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def watched(nothing_left_behind: None) -> Iterator[Watched]:
    """A function that is watched."""
    made = Watched(config=SETTINGS, plugins=[object()])
    yield made
    made.close()


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    """One token for each byte, and a chat template."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    made = Tokenizer(models.BPE(vocab={letter: number for number, letter in enumerate(alphabet)}, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken("<eos>", special=True), AddedToken("<pad>", special=True)])
    fast = transformers.PreTrainedTokenizerFast(tokenizer_object=made, eos_token="<eos>", pad_token="<pad>", padding_side="left")
    fast.chat_template = TEMPLATE
    return fast


def new_model(tokenizer: Any) -> Any:
    """Return a random model of 15 000 parameters."""
    torch.manual_seed(0)
    shape = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 2}
    special = {"eos_token_id": tokenizer.eos_token_id, "pad_token_id": tokenizer.pad_token_id, "bos_token_id": None}
    config = transformers.Qwen2Config(vocab_size=len(tokenizer), max_position_embeddings=2048, tie_word_embeddings=True, **shape, **special)
    return transformers.Qwen2ForCausalLM(config)


def train(model: Any, tokenizer: Any, reward: Reward, *, chat: bool, folder: Path, **settings: Any) -> list[dict[str, float]]:
    """Train for two steps, each on one generation batch of eight completions; return what was logged."""
    prompt: Any = [{"role": "user", "content": ASK}] if chat else ASK
    rows = datasets.Dataset.from_list([{"prompt": prompt, "task": TASK, "note": "ignored"}] * 8)
    config = trl.GRPOConfig(
        output_dir=str(folder),
        per_device_train_batch_size=4,
        gradient_accumulation_steps=2,
        num_generations=4,
        max_steps=2,
        beta=0.0,
        use_cpu=True,
        bf16=False,
        gradient_checkpointing=False,
        logging_steps=1,
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
        **settings,
    )
    trainer = trl.GRPOTrainer(model=model, reward_funcs=reward, args=config, train_dataset=rows, processing_class=tokenizer)
    trainer.train()
    return [entry for entry in trainer.state.log_history if "reward" in entry]


@pytest.mark.parametrize("chat", [False, True], ids=["text", "chat"])
def test_a_trainer_calls_it_once_for_each_generation_batch(tokenizer: Any, watched: Watched, chat: bool, tmp_path: Path) -> None:
    logged = train(new_model(tokenizer), tokenizer, watched, chat=chat, folder=tmp_path, max_completion_length=8)
    assert len(watched.calls) == 2
    for columns, rewards in watched.calls:
        assert rewards == [0.0] * 8  # nobody solves anything by chance
        assert columns["task"] == [TASK] * 8
        assert {type(each) for each in columns["completions"]} == {list if chat else str}
    assert len(logged) == 2
    for entry in logged:
        assert entry["rewards/codearena/mean"] == entry["reward"] == 0.0
        assert entry["codearena/ungraded"] == entry["codearena/solved"] == 0.0


@pytest.mark.parametrize("chat", [False, True], ids=["text", "chat"])
def test_what_is_right_is_paid(tokenizer: Any, watched: Watched, chat: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that writes the reference every other time, the starter otherwise."""
    task = codearena.load_task(TASK)
    model = new_model(tokenizer)
    written = [tokenizer(f"Sure:\n{fence(code)}\n<eos>")["input_ids"] for code in (task.reference, task.starter)]
    longest = max(map(len, written))
    padded = torch.tensor([ids + [tokenizer.pad_token_id] * (longest - len(ids)) for ids in written])

    def generate(input_ids: Any, **_: Any) -> Any:
        return torch.cat([input_ids, padded.repeat(len(input_ids) // 2, 1)], dim=1)

    monkeypatch.setattr(model, "generate", generate)
    logged = train(model, tokenizer, watched, chat=chat, folder=tmp_path, max_completion_length=longest, log_completions=True)
    assert [rewards for _, rewards in watched.calls] == [[1.0, 0.0] * 4] * 2
    for entry in logged:
        assert entry["rewards/codearena/mean"] == entry["reward"] == 0.5
        assert entry["codearena/solved"] == 0.5
        assert entry["grad_norm"] > 0
    table = datasets.Dataset.from_parquet(str(next((tmp_path / "completions").glob("*.parquet"))), cache_dir=str(tmp_path / "cache"))
    assert table["codearena"][:] == [1.0, 0.0] * 4
    assert table["codearena/flags"][:] == [""] * 8


def test_records_of_tasks_survive_a_table(watched: Watched) -> None:
    """A data set may hold whole tasks, which its tables rearrange."""
    tasks = [codearena.load_task(name) for name in (TASK, "hard/max-subarray")]
    rows = datasets.Dataset.from_list([{"task": task.to_dict(), "code": task.reference} for task in tasks])
    assert watched(completions=rows["code"], task=rows["task"]) == [1.0, 1.0]


def test_the_example_trains(tokenizer: Any, tmp_path: Path) -> None:
    model = new_model(tokenizer)
    model.generation_config.eos_token_id = [tokenizer.eos_token_id, *range(0, 256, 8)]  # by chance, each token may be the last
    model.save_pretrained(tmp_path / "model")
    tokenizer.save_pretrained(tmp_path / "model")
    root = Path(codearena.__file__).parents[1]
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "OMP_NUM_THREADS": "1", "HOME": str(tmp_path), **OFFLINE}
    command = [sys.executable, str(root / "examples" / "reward.py"), str(tmp_path / "model")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environ)
    assert ran.returncode == 0, ran.stderr
    assert "rewards/codearena/mean" in ran.stdout
