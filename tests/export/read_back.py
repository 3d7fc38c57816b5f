"""Reads exports with other people's readers and prints what they found as JSON."""
import csv
import json
import sys

kind, path = sys.argv[1], sys.argv[2]
if kind in ("graphml", "gexf"):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True) if kind == "graphml" else networkx.read_gexf(path)
    edges = graph.edges(data=True)
    found = {
        "nodes": {node: data.get("label") for node, data in graph.nodes(data=True)},
        "edges": sorted([source, data.get("type"), target] for source, target, data in edges),
        "intended": sum(1 for _source, _target, data in edges if data.get("intended")),
    }
elif kind == "rdf":
    import rdflib

    ent, base = "urn:entente:term:", "urn:entente:"
    graphs = [rdflib.Graph().parse(path, format="turtle"), rdflib.Graph().parse(sys.argv[3], format="json-ld")]
    same = set(graphs[0]) == set(graphs[1])
    graph = graphs[0]
    label = rdflib.RDFS.label
    found = {
        "same": same,
        "triples": len(graph),
        "labels": {str(s)[len(base):]: str(o) for s, o in graph.subject_objects(label)},
        "links": sorted({(str(s)[len(base):], str(p)[len(ent):], str(o)[len(base):]) for s, p, o in graph if str(p).startswith(ent) and str(p)[len(ent):].isupper()}),
        "claims": len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ent + "Claim")))),
    }
elif kind == "csv":
    with open(path, encoding="utf-8-sig", newline="") as file:
        found = {"rows": list(csv.DictReader(file))}
else:
    raise SystemExit(f"unknown kind {kind}")
json.dump(found, sys.stdout)
