#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the import of price sheets against its bars, beside DuckDB where that is there.

    cmake --preset bench && cmake --build build/bench --target bench_PriceImport
    tests/bench/import_bars.py [--build build/bench] [--node-modules FOLDER] [--rounds 3]

Makes the synthetic EC2 files once (1 GB of CSV, 552 MB of JSON, in the temporary folder; tests/support/SyntheticOffers.h
says what is in them) and asks, in each round, our reader and DuckDB in turn, so that both see the same machine: the
instances of the file, every system, tenancy, capacity status and term. Medians of the rounds are printed, on the clock
and in processor seconds of all threads, each step in a process of its own, so that its peak of resident memory is its own.

DuckDB comes from npm: `npm install @duckdb/node-api` in a folder, named by --node-modules. Without node or the package
its rows are left out. Both use two threads.
"""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
STAGES = ["read", "parse", "match", "convert", "store"]
MEGABYTE = 1e6


def ours(build, name):
    """One benchmark in a process of its own, as a dictionary of its figures."""
    command = [build / "tests/bench/bench_PriceImport", f"--benchmark_filter=^{name}/", "--benchmark_format=json",
               "--benchmark_min_time=0.01"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["benchmarks"]
    if not found or found[0].get("error_occurred"):
        sys.exit(f"{name}: {found[0].get('error_message') if found else 'no such benchmark'}")
    return found[0]


def duckdb(modules, csv):
    """The answers of DuckDB by what was asked, and its version; nothing where it is not there."""
    if modules is None or shutil.which("node") is None or not (modules / "node_modules/@duckdb/node-api").exists():
        return {}, None
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["node", HERE / "duckdb_import.mjs", modules, csv, pathlib.Path(folder) / "t.duckdb"],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"DuckDB left out: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return {}, None
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["what"]: line for line in lines[1:]}, lines[0]["version"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parent.parent / "build/bench")
    parser.add_argument("--node-modules", type=pathlib.Path, help="folder that holds node_modules/@duckdb/node-api")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    files = {kind: pathlib.Path(tempfile.gettempdir()) / f"wherewithal-synthetic-{size}.{kind}"
             for kind, size in (("csv", 1000), ("json", 500))}
    for kind, benchmark in (("csv", "storeCsv/1000/0"), ("json", "storeJson/500/0")):
        if not files[kind].exists():
            print(f"making {files[kind]}", file=sys.stderr)
            ours(arguments.build, benchmark)

    runs = {}  # figures of each round, by what was done

    def note(what, wall, processor, memory, rows):
        runs.setdefault(what, []).append((wall, processor, memory, rows))

    version = None
    parts = {}
    for _ in range(arguments.rounds):
        for number, stage in enumerate(STAGES):
            for kind, name in (("csv", "storeCsv/1000"), ("json", "storeJson/500")):
                run = ours(arguments.build, f"{name}/{number}")
                note((kind, stage), run["real_time"] / 1000, run["processor_s"], run["peak_rss_mb"], run.get("rows", 0))
                for part in ("index_s", "commit_s"):
                    parts.setdefault((kind, stage, part), []).append(run.get(part, 0.0))
        answers, version_now = duckdb(arguments.node_modules, files["csv"])
        version = version or version_now
        for what, answer in answers.items():
            note(("duckdb", what), answer["wall_s"], answer["processor_s"], answer["peak_rss_mb"], answer["rows"])

    def median(what, figure=0):
        return statistics.median(run[figure] for run in runs[what])

    print(f"{'':34} {'clock':>9} {'processor':>10} {'resident':>9} {'rows':>10}")
    for what in runs:
        name = f"DuckDB {version}: {what[1]}" if what[0] == "duckdb" else f"{what[0].upper()}, as far as: {what[1]}"
        print(f"{name:34} {median(what):7.2f} s {median(what, 1):8.2f} s {median(what, 2):6.0f} MB {median(what, 3):10.0f}")
    print()
    for kind in ("csv", "json"):
        size = files[kind].stat().st_size / MEGABYTE
        steps = [median((kind, stage)) for stage in STAGES]
        index = statistics.median(parts[(kind, "store", "index_s")])
        commit = statistics.median(parts[(kind, "store", "commit_s")])
        print(f"{kind.upper()} of {size:.0f} MB, where the time goes (clock; stages overlap on two threads): "
              f"read {steps[0]:.2f} s, parse {max(0.0, steps[1] - steps[0]):.2f} s, match {max(0.0, steps[2] - steps[1]):.2f} s, "
              f"convert {max(0.0, steps[3] - steps[2]):.2f} s, insert {max(0.0, steps[4] - steps[3] - index - commit):.2f} s, "
              f"index {index:.2f} s, commit {commit:.2f} s; read and matched at {size / steps[2]:.0f} MB/s "
              f"({size / median((kind, 'match'), 1):.0f} MB per processor second)")
    if ("duckdb", "filter") in runs:
        for figure, unit in ((0, "on the clock"), (1, "in processor time")):
            filtered = median(("csv", "match"), figure) / median(("duckdb", "filter"), figure)
            stored = {place: median(("csv", "store"), figure) / median(("duckdb", f"table {place}"), figure)
                      for place in ("in memory", "on disk")}
            print(f"against DuckDB {unit}: read and matched {filtered:.2f} x its filter (bar 1.0); stored and indexed "
                  f"{stored['in memory']:.2f} x its CREATE TABLE AS in memory, {stored['on disk']:.2f} x on disk (bar 2.5)")
    else:
        print("DuckDB was not asked: node or the package @duckdb/node-api is not there (--node-modules)")


if __name__ == "__main__":
    main()
