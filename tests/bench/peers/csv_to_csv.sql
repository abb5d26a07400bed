-- CSV read and written.
COPY (
  SELECT * FROM read_csv('${IN}', header = false, all_varchar = true, auto_detect = true, delim = ',', quote = '"')
) TO '/dev/stdout' (FORMAT csv, HEADER false);
