"""Reads what the corpus example wrote with pyarrow, and holds the two forms against each other: python3 read_back.py FOLDER [partial]"""
import glob, json, sys
import pyarrow.compute as pc, pyarrow.parquet as pq

folder = sys.argv[1]
rows, documents, counted = 0, 0, 0
for path in sorted(glob.glob(f"{folder}/mentions-*.parquet")):
    table = pq.read_table(path)
    rows += table.num_rows
    assert table.column("start").null_count == 0 and pc.all(pc.less(table.column("start"), table.column("end"))).as_py()
    lines = [json.loads(line) for line in open(path.replace(".parquet", ".jsonl"))]
    documents += len(lines)
    expected = [(line["id"], m["start"], m["end"], m["id"]) for line in lines for m in line["mentions"]]
    assert expected == list(zip(*(table.column(name).to_pylist() for name in ["document", "start", "end", "id"])))
    done = json.load(open(path.replace("mentions", "counts").replace(".parquet", ".json")))
    counted += done["counts"]["mentions"]
assert counted == rows
print(f"{folder.rsplit('/')[-1]}: {documents} documents, {rows} mentions, the same in Parquet, JSON Lines and counts")
