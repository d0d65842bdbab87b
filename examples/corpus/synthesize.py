"""Writes COUNT documents of invented news to a .jsonl and a .parquet, a few of them broken: python3 synthesize.py COUNT FOLDER"""
import json, random, sys, datetime
import pyarrow as pa, pyarrow.parquet as pq
count, folder = int(sys.argv[1]), sys.argv[2]
r = random.Random(12)
people = "Antony Blinken|Emmanuel Macron|Sergey Lavrov|Wang Yi|Angela Merkel|Kassym-Jomart Tokayev|Narendra Modi|Recep Tayyip Erdogan|Joe Biden|Vladimir Putin|Ursula von der Leyen|Josep Borrell|Shinzo Abe|Justin Trudeau|Olaf Scholz".split("|")
countries = "Kazakhstan|France|the United States|China|Germany|India|Turkey|Russia|Japan|Brazil|Uzbekistan|Iran|Israel|Ukraine|Egypt|Kenya|Peru|Chile|Norway|Poland".split("|")
bodies = "NATO|the European Union|the United Nations|G20|C5+1|ASEAN|the African Union|BRICS|the World Bank".split("|")
verbs = "met officials from|spoke about trade with|criticised|praised|signed an agreement with|postponed a visit to|welcomed investors from".split("|")
fill = ("Ministers had spent the night on the text and left without a word to the press.|The market hardly moved after the news.|"
 "Nobody in the room expected a quick result, one diplomat said.|Farmers along the river hope that the new rules will last.|"
 "The draft has eleven pages, and nine of them are about water.|Observers called the tone calm and the outcome open.").split("|")
def doc(i):
    day = datetime.date(2012, 1, 1) + datetime.timedelta(days=r.randrange(365 * 12))
    s = []
    for _ in range(r.randrange(5, 14)):
        s.append(f"{r.choice(people)} {r.choice(verbs)} {r.choice(countries)} on {r.choice(['Monday','Tuesday','Friday'])}." if r.random() < .5 else
                 f"{r.choice(bodies)} and {r.choice(countries)} agreed on the next steps." if r.random() < .5 else r.choice(fill))
        s.append(r.choice(fill))
    return {"id": f"doc-{i}", "text": " ".join(s), "date": day.isoformat()}
ids, texts, dates, broken = [], [], [], 0
with open(f"{folder}/corpus.jsonl", "w") as out:
    for i in range(count):
        d = doc(i)
        out.write(json.dumps(d, ensure_ascii=False) + "\n")
        ids.append(d["id"]); texts.append(d["text"]); dates.append(datetime.date.fromisoformat(d["date"]))
        if i in (count // 3, count // 2, count - 5):
            out.write(['{"id": 1, "text": \n', '{"id": "x"}\n', '{"id": "y", "text": "Kenya", "date": "2023-02-30"}\n'][broken]); broken += 1
pq.write_table(pa.table({"id": ids, "text": texts, "date": pa.array(dates, pa.date32())}), f"{folder}/corpus.parquet", compression="zstd")
