-- Every mention of a document's text as of its date, counted by what it names.
SELECT m['kind'] AS kind,
       m['id'] AS id,
       count(*) AS mentions,
       count(DISTINCT doc) AS documents,
       sum(m['start']) AS starts,
       sum(m['end']) AS ends
FROM (SELECT id AS doc, unnest(extract_entities(text, date)) AS m FROM docs)
GROUP BY kind, m['id']
ORDER BY mentions DESC, id
