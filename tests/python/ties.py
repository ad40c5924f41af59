"""Recomputes the figures of the map from `klatsch export ties` with networkx, and compares.

    python ties.py ties.csv figures.json

figures.json is the answer of /api/v1/map/figures. Says what differs, and ends with 1 if anything does.
"""

import csv
import json
import math
import sys

import networkx


def read(path):
    """The people by id, and the graph of their ties."""
    people, graph = {}, networkx.Graph()
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["row"] == "person":
                people[row["id"]] = row
                graph.add_node(row["id"])
            else:
                graph.add_edge(row["id"], row["other"])
    return people, graph


def reach(graph):
    """The share of others within two steps, as a mean over people."""
    others = len(graph) - 1
    near = [len(networkx.single_source_shortest_path_length(graph, one, cutoff=2)) - 1 for one in graph]
    return sum(near) / (others * len(graph))


def ei(graph, group):
    """The E-I index, from networkx's matrix of ties between groups."""
    some = graph.subgraph([one for one in graph if group[one]])
    networkx.set_node_attributes(some, {one: group[one] for one in some}, "group")
    # Both directions of a tie are counted.
    within = between = 0
    for one, row in networkx.attribute_mixing_dict(some, "group").items():
        for other, ties in row.items():
            if one == other:
                within += ties / 2
            else:
                between += ties / 2
    return (between - within) / (between + within) if between + within else None


def main(ties, figures):
    people, graph = read(ties)
    with open(figures, encoding="utf-8") as file:
        told = json.load(file)
    now = told["now"]
    degrees = dict(graph.degree())
    parts = [len(part) for part in networkx.connected_components(graph)]
    expected = {
        "people": (now["people"], len(graph)),
        "pairs": (now["pairs"], graph.number_of_edges()),
        "density": (now["density"], networkx.density(graph)),
        "largest": (now["largest"]["value"], max(parts)),
        "edge": (now["edge"]["value"], sum(degree <= 1 for degree in degrees.values())),
        "reach": (now["reach"], reach(graph)),
    }
    # Where the largest part is hidden, so is their number.
    if now["components"] is not None:
        expected["components"] = (now["components"], len(parts))
    for name, column in (("ei_levels", "level"), ("ei_schools", "school"), ("ei_roles", "role")):
        expected[name] = (told[name], ei(graph, {one: row[column] for one, row in people.items()}))
    for name, column in (("levels", "level"), ("roles", "role")):
        group = {one: row[column] for one, row in people.items()}
        for cell in told[name]:
            pair = {cell["one"], cell["other"]}
            ties = sum({group[one], group[other]} == pair for one, other in graph.edges())
            expected[f"{name} {cell['one']} {cell['other']}"] = (cell["pairs"], ties)
    wrong = 0
    for name, (ours, theirs) in expected.items():
        # What is hidden is not compared.
        if ours is not None and not math.isclose(ours, theirs or 0, abs_tol=1e-9):
            wrong += 1
            print(f"{name}: Klatsch says {ours}, networkx {theirs}")
    print(f"{len(expected)} figures, {wrong} wrong")
    return 1 if wrong or len(graph) < 5 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
