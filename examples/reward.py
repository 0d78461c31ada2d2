"""Train a model by GRPO on what CodeArena says of its code: ``python examples/reward.py [MODEL]``."""

import sys

import codearena as ca

try:
    import torch
    from datasets import Dataset
    from trl import GRPOConfig, GRPOTrainer
except ImportError:
    sys.exit("This example trains with TRL, which is not installed: pip install 'codearena[trl]'")

model = sys.argv[1] if len(sys.argv) > 1 else "Qwen/Qwen2.5-Coder-0.5B-Instruct"
tasks = [ca.load_task(name) for name in ("easy/average-list", "medium/binary-search", "hard/max-subarray")]
ask = "{task.prompt}\n\nRepair this program and return all of it:\n\n```python\n{task.starter}\n```"
rows = [{"prompt": [{"role": "user", "content": ask.format(task=task)}], "task": task.id} for task in tasks]

gpu = torch.cuda.is_available()
config = GRPOConfig(
    "reward-example", num_generations=8, max_completion_length=512, max_steps=10, logging_steps=1, use_cpu=not gpu, bf16=gpu
)
GRPOTrainer(model, reward_funcs=ca.Reward(), args=config, train_dataset=Dataset.from_list(rows)).train()
