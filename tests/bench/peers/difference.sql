-- Two CSV files by the value of one column.
COPY (
  WITH old AS (SELECT * FROM read_csv('${OLD}', header = true, all_varchar = true, delim = ',', quote = '"')),
       new AS (SELECT * FROM read_csv('${NEW}', header = true, all_varchar = true, delim = ',', quote = '"'))
  SELECT CASE WHEN old."${KEY}" IS NULL THEN '+' WHEN new."${KEY}" IS NULL THEN '-' ELSE '*' END,
         coalesce(new."${KEY}", old."${KEY}")
  FROM old FULL OUTER JOIN new ON old."${KEY}" = new."${KEY}"
  WHERE old IS DISTINCT FROM new
) TO '/dev/stdout' (FORMAT csv, HEADER false, DELIMITER ' ');
