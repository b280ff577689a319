"""Compares the report of `linernotes evaluate --json` with models and measures written anew in numpy, after the same papers.

python compare.py SPLIT REPORT --tags FILE [--k 10] [--seeds 5]

SPLIT is the directory of `--write-split`, REPORT the JSON document of that run. Nothing of the platform is imported. Compared are popularity, item-kNN
(Sarwar et al. 2001, shrinkage after Bell and Koren 2007), EASE (Steck 2019, by numpy's inverse) and iALS (Hu, Koren, Volinsky 2008, with the loss of Rendle
et al. 2022). iALS starts from chance: it is trained from the platform's own first vectors, which must give the same lists, and from some of numpy's, whose
spread says what chance is worth. Exit code 1: a value differs by more than 0.001.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

LEAST_USERS = 3
COMMON_TAGS = 20
ALPHA = 0.01
TOLERANCE = 1e-3


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        next(file)
        return [line.rstrip("\r\n").split("\t") for line in file]


class Data:
    def __init__(self, directory, tags_path):
        train, known, test = (rows_of(directory / f"{name}.tsv") for name in ("interactions", "fold-in", "test"))
        users_of = Counter(int(item) for _, item, _ in train)
        self.items = sorted(item for item, users in users_of.items() if users >= LEAST_USERS)
        place = {item: number for number, item in enumerate(self.items)}

        def matrix(rows):
            users = sorted({int(user) for user, _, _ in rows})
            cells = np.zeros((len(users), len(self.items)))
            at = {user: number for number, user in enumerate(users)}
            for user, item, weight in rows:
                if int(item) in place:
                    cells[at[int(user)], place[int(item)]] = float(weight)
            return users, cells

        self.users, self.train = matrix(train)
        listeners, histories = matrix(known)
        wanted = defaultdict(set)
        for user, item, _ in test:
            if int(item) in place:
                wanted[int(user)].add(place[int(item)])
        ranked = [number for number, user in enumerate(listeners) if wanted[user]]
        self.histories = histories[ranked]
        self.wanted = [wanted[listeners[number]] for number in ranked]
        told = {int(user) for user, _, _ in known} | {int(user) for user, _, _ in test}
        taggings = {(int(user), int(item), int(tag)) for user, item, tag, *_ in rows_of(tags_path)}
        counts = Counter((place[item], tag) for user, item, tag in taggings if item in place and user not in told)
        numbers = {tag: number for number, tag in enumerate(sorted({tag for _, tag in counts}))}
        self.tags = np.zeros((len(self.items), len(numbers)))
        for (item, tag), count in counts.items():
            self.tags[item, numbers[tag]] = count
        order = np.lexsort((np.arange(len(self.items)), -(self.train > 0).sum(0)))
        self.popularity_rank = np.empty(len(self.items))
        self.popularity_rank[order] = np.arange(1, len(self.items) + 1)


def popularity(data):
    return np.tile((data.train > 0).sum(0).astype(float), (len(data.histories), 1))


def item_knn(data, neighbours=100, shrinkage=3):
    played = np.log1p(data.train)
    lengths = np.sqrt((played**2).sum(0))
    shared = (data.train > 0).astype(float).T @ (data.train > 0)
    similar = (played.T @ played) / np.outer(lengths, lengths) * shared / (shared + shrinkage)
    np.fill_diagonal(similar, 0)
    for item, row in enumerate(similar):
        nearest = np.lexsort((np.arange(len(row)), -row))[:neighbours]
        kept = np.zeros_like(row)
        kept[nearest] = row[nearest]
        similar[item] = kept
    return np.log1p(data.histories) @ similar.T


def ease(data, regularisation=100):
    played = (data.train > 0).astype(float)
    inverse = np.linalg.inv(played.T @ played + regularisation * np.eye(played.shape[1]))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return (data.histories > 0).astype(float) @ weights


def solve_rows(observed, others, unobserved, regularisation):
    shared = unobserved * others.T @ others
    solved = np.empty((len(observed), others.shape[1]))
    for number, named in enumerate(observed):
        vectors = others[named]
        ridge = regularisation * (len(named) + unobserved * len(others))
        solved[number] = np.linalg.solve(shared + vectors.T @ vectors + ridge * np.eye(others.shape[1]), vectors.sum(0))
    return solved


def ials(data, first_items, unobserved=0.1, regularisation=0.01, sweeps=12):
    """The users' first vectors matter to nobody: they are the first thing that is solved."""
    by_user = [np.flatnonzero(row) for row in data.train]
    by_item = [np.flatnonzero(row) for row in data.train.T]
    items = first_items
    for _ in range(sweeps):
        users = solve_rows(by_user, items, unobserved, regularisation)
        items = solve_rows(by_item, users, unobserved, regularisation)
    return solve_rows([np.flatnonzero(row) for row in data.histories], items, unobserved, regularisation) @ items.T


def platform_chance(seed):
    """xoroshiro128+ (Blackman and Vigna 2018) as the package pure-rand seeds it and makes doubles of it."""
    mask, low, high = 2**64 - 1, ((~seed) & 0xFFFFFFFF) | 0xFFFFFFFF << 32, (seed & 0xFFFFFFFF) << 32

    def draw():
        nonlocal low, high
        out = (low + high) & 0xFFFFFFFF
        mixed = low ^ high
        low = (low << 24 | low >> 40) & mask ^ mixed ^ mixed << 16 & mask
        high = (mixed << 37 | mixed >> 27) & mask
        return out

    def uniform():
        first = draw() & 0x3FFFFFF
        return first * 2**-26 + (draw() & 0x7FFFFFF) * 2**-53

    uniform()  # the platform spends one draw on something else
    return uniform


def first_of_platform(count, dimensions, seed, length=0.1):
    uniform = platform_chance(seed)
    draws = np.array([uniform() for _ in range(2 * count * dimensions)]).reshape(-1, 2)
    normal = np.sqrt(-2 * np.log(1 - draws[:, 0])) * np.cos(2 * np.pi * draws[:, 1])
    return (length / np.sqrt(dimensions) * normal).reshape(count, dimensions)


def best(data, scores, k):
    scores = np.where(data.histories > 0, -np.inf, scores)
    return [np.lexsort((np.arange(len(row)), -row))[:k] for row in scores]


def measure(data, lists, k):
    discount = 1 / np.log2(np.arange(2, k + 2))
    unit = data.tags / np.maximum(np.linalg.norm(data.tags, axis=1, keepdims=True), 1e-300)
    on_items = (data.tags > 0).sum(0)
    common = np.sort(np.lexsort((np.arange(len(on_items)), -on_items))[:COMMON_TAGS])
    mixes = data.tags[:, common]
    totals = mixes.sum(1)
    values = defaultdict(list)
    for row, wanted, shown in zip(data.histories, data.wanted, lists):
        hits = np.array([item in wanted for item in shown])
        values["ndcg"].append((hits * discount).sum() / discount[: min(k, len(wanted))].sum())
        values["recall"].append(hits.sum() / len(wanted))
        values["novelty"].append(data.popularity_rank[shown].mean())
        tagged = unit[shown][data.tags[shown].sum(1) > 0]
        if len(tagged) > 1:
            cosines = tagged @ tagged.T
            values["diversity"].append(1 - cosines[np.triu_indices(len(tagged), 1)].mean())
        of_history, of_list = (np.array([mixes[item] / totals[item] for item in items if totals[item] > 0]) for items in (np.flatnonzero(row), shown))
        if len(of_history) and len(of_list):
            history, mix = of_history.mean(0), of_list.mean(0)
            history, mix = history[history > 0], mix[history > 0]
            values["calibrationKl"].append((history * np.log(history / ((1 - ALPHA) * mix + ALPHA * history))).sum())
    times = np.sort(np.bincount(np.concatenate(lists), minlength=len(data.items)))
    n = len(times)
    means = {name: float(np.mean(column)) for name, column in values.items()}
    return means | {"coverage": int((times > 0).sum()), "gini": float(((2 * np.arange(1, n + 1) - n - 1) * times).sum() / (n * times.sum()))}


def main():
    parser = argparse.ArgumentParser(description="Compares a report of `linernotes evaluate --json` with models written anew in numpy.")
    parser.add_argument("split", type=Path)
    parser.add_argument("report", type=Path)
    parser.add_argument("--tags", type=Path, required=True)
    parser.add_argument("--k", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1, help="the seed that the report was made with")
    parser.add_argument("--seeds", type=int, default=5, help="further trainings of iALS from numpy's chance")
    options = parser.parse_args()
    data = Data(options.split, options.tags)
    report = {model["name"]: model["metrics"] for model in json.loads(options.report.read_text())["models"]}
    count, dimensions = len(data.items), 64
    scores = {
        "popularity": lambda: popularity(data),
        "item-knn": lambda: item_knn(data),
        "ease": lambda: ease(data),
        "ials": lambda: ials(data, first_of_platform(count, dimensions, options.seed)),
    }
    print(f"{len(data.users)} users, {count} items, {len(data.histories)} listeners, {sum(map(len, data.wanted))} test items")
    print(f"{'model':<12}{'measure':<16}{'reference':>12}{'platform':>12}{'difference':>12}")
    worst = 0.0
    for name, make in scores.items():
        if name not in report:
            continue
        for measured, value in measure(data, best(data, make(), options.k), options.k).items():
            reported = report[name][f"{measured}@{options.k}"]
            platform = reported["items"] if measured == "coverage" else reported["mean"]
            difference = abs(value - platform)
            worst = max(worst, difference)
            print(f"{name:<12}{measured:<16}{value:>12.5f}{platform:>12.5f}{difference:>12.1e}", flush=True)
    chance = []
    for seed in range(options.seeds):
        first = np.random.default_rng(seed).normal(0, 0.1 / np.sqrt(dimensions), (count, dimensions))
        chance.append(measure(data, best(data, ials(data, first), options.k), options.k))
        print(f"iALS from numpy's seed {seed}: nDCG {chance[-1]['ndcg']:.4f}, recall {chance[-1]['recall']:.4f}, coverage {chance[-1]['coverage']}", flush=True)
    if len(chance) > 1:
        column = [each["ndcg"] for each in chance]
        print(f"iALS, nDCG over {len(chance)} seeds: {np.mean(column):.4f}, standard deviation {np.std(column, ddof=1):.4f}")
    print(f"Largest difference of the same model: {worst:.1e}")
    return 1 if worst > TOLERANCE else 0


if __name__ == "__main__":
    sys.exit(main())
