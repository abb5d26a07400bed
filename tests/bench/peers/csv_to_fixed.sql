-- CSV to 送付先情報: duckdb < csv_to_fixed.sql | iconv -f UTF-8 -t CP932. Positions are characters; the line end is CRLF.
COPY (
  SELECT concat(
    rpad(coalesce(dispatch_no, ''), 12, ' '),
    rpad(coalesce(dispatch_postal_code, ''), 7, ' '),
    rpad(coalesce(dispatch_address_length, ''), 3, ' '),
    rpad(coalesce(dispatch_address, ''), 200, '　'),
    rpad(coalesce(dispatch_address_gaiji_count, ''), 3, ' '),
    rpad(coalesce(dispatch_name_length, ''), 3, ' '),
    rpad(coalesce(dispatch_name, ''), 100, '　'),
    rpad(coalesce(dispatch_name_gaiji_count, ''), 3, ' '),
    rpad(coalesce(municipality_code, ''), 5, ' '),
    rpad(coalesce(municipality_name_length, ''), 3, ' '),
    rpad(coalesce(municipality_name, ''), 24, '　'),
    rpad(coalesce(municipality_postal_code, ''), 7, ' '),
    rpad(coalesce(municipality_address_length, ''), 3, ' '),
    rpad(coalesce(municipality_address, ''), 100, '　'),
    rpad(coalesce(municipality_address_gaiji_count, ''), 3, ' '),
    rpad(coalesce(municipality_phone, ''), 15, ' '),
    rpad(coalesce(issue_place_length, ''), 3, ' '),
    rpad(coalesce(issue_place, ''), 50, '　'),
    rpad(coalesce(issue_place_gaiji_count, ''), 3, ' '),
    rpad(coalesce(issue_place_postal_code, ''), 7, ' '),
    rpad(coalesce(issue_place_address_length, ''), 3, ' '),
    rpad(coalesce(issue_place_address, ''), 100, '　'),
    rpad(coalesce(issue_place_address_gaiji_count, ''), 3, ' '),
    rpad(coalesce(issue_place_phone, ''), 15, ' '),
    rpad(coalesce(card_place_length, ''), 3, ' '),
    rpad(coalesce(card_place, ''), 50, '　'),
    rpad(coalesce(card_place_gaiji_count, ''), 3, ' '),
    rpad(coalesce(card_place_postal_code, ''), 7, ' '),
    rpad(coalesce(card_place_address_length, ''), 3, ' '),
    rpad(coalesce(card_place_address, ''), 100, '　'),
    rpad(coalesce(card_place_address_gaiji_count, ''), 3, ' '),
    rpad(coalesce(card_place_phone, ''), 15, ' '),
    rpad(coalesce(person_count, ''), 2, ' '),
    rpad(coalesce(processed_date, ''), 8, ' '),
    rpad(coalesce(operator_id, ''), 10, ' '),
    rpad(coalesce(terminal_id, ''), 10, ' '),
    rpad(coalesce(print_class, ''), 2, ' '),
    rpad(coalesce(juminhyo_code, ''), 11, ' '),
    rpad(coalesce(name_length, ''), 3, ' '),
    rpad(coalesce(name, ''), 100, '　'),
    rpad(coalesce(name_gaiji_count, ''), 3, ' '),
    rpad(coalesce(name_hiragana_length, ''), 3, ' '),
    rpad(coalesce(name_hiragana, ''), 100, '　'),
    rpad(coalesce(postal_code, ''), 7, ' '),
    rpad(coalesce(address_length, ''), 3, ' '),
    rpad(coalesce(address, ''), 200, '　'),
    rpad(coalesce(address_gaiji_count, ''), 3, ' '),
    rpad(coalesce(birth_date, ''), 9, ' '),
    rpad(coalesce(sex, ''), 1, ' '),
    rpad(coalesce(individual_no, ''), 12, ' '),
    rpad(coalesce(article_30_45_class, ''), 1, ' '),
    rpad(coalesce(period_of_stay_expiry, ''), 8, ' '),
    rpad(coalesce(substitute_result, ''), 1, ' '),
    rpad(coalesce(substitute_name_length, ''), 3, ' '),
    rpad(coalesce(substitute_name, ''), 100, '　'),
    rpad(coalesce(substitute_address_length, ''), 3, ' '),
    rpad(coalesce(substitute_address, ''), 200, '　'),
    rpad(coalesce(substitute_name_positions, ''), 100, ' '),
    rpad(coalesce(substitute_address_positions, ''), 200, ' '),
    rpad(coalesce(gaiji_flag, ''), 1, ' '),
    rpad(coalesce(gaiji_pattern, ''), 64, ' '),
    chr(13))
  FROM read_csv('${IN}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\r\n',
    columns = {
      'dispatch_no': 'VARCHAR', 'dispatch_postal_code': 'VARCHAR', 'dispatch_address_length': 'VARCHAR',
      'dispatch_address': 'VARCHAR', 'dispatch_address_gaiji_count': 'VARCHAR', 'dispatch_name_length':
      'VARCHAR', 'dispatch_name': 'VARCHAR', 'dispatch_name_gaiji_count': 'VARCHAR', 'municipality_code':
      'VARCHAR', 'municipality_name_length': 'VARCHAR', 'municipality_name': 'VARCHAR',
      'municipality_postal_code': 'VARCHAR', 'municipality_address_length': 'VARCHAR', 'municipality_address':
      'VARCHAR', 'municipality_address_gaiji_count': 'VARCHAR', 'municipality_phone': 'VARCHAR',
      'issue_place_length': 'VARCHAR', 'issue_place': 'VARCHAR', 'issue_place_gaiji_count': 'VARCHAR',
      'issue_place_postal_code': 'VARCHAR', 'issue_place_address_length': 'VARCHAR', 'issue_place_address':
      'VARCHAR', 'issue_place_address_gaiji_count': 'VARCHAR', 'issue_place_phone': 'VARCHAR',
      'card_place_length': 'VARCHAR', 'card_place': 'VARCHAR', 'card_place_gaiji_count': 'VARCHAR',
      'card_place_postal_code': 'VARCHAR', 'card_place_address_length': 'VARCHAR', 'card_place_address':
      'VARCHAR', 'card_place_address_gaiji_count': 'VARCHAR', 'card_place_phone': 'VARCHAR', 'person_count':
      'VARCHAR', 'processed_date': 'VARCHAR', 'operator_id': 'VARCHAR', 'terminal_id': 'VARCHAR', 'print_class':
      'VARCHAR', 'juminhyo_code': 'VARCHAR', 'name_length': 'VARCHAR', 'name': 'VARCHAR', 'name_gaiji_count':
      'VARCHAR', 'name_hiragana_length': 'VARCHAR', 'name_hiragana': 'VARCHAR', 'postal_code': 'VARCHAR',
      'address_length': 'VARCHAR', 'address': 'VARCHAR', 'address_gaiji_count': 'VARCHAR', 'birth_date':
      'VARCHAR', 'sex': 'VARCHAR', 'individual_no': 'VARCHAR', 'article_30_45_class': 'VARCHAR',
      'period_of_stay_expiry': 'VARCHAR', 'substitute_result': 'VARCHAR', 'substitute_name_length': 'VARCHAR',
      'substitute_name': 'VARCHAR', 'substitute_address_length': 'VARCHAR', 'substitute_address': 'VARCHAR',
      'substitute_name_positions': 'VARCHAR', 'substitute_address_positions': 'VARCHAR', 'gaiji_flag':
      'VARCHAR', 'gaiji_pattern': 'VARCHAR'
    })
) TO '/dev/stdout' (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '');
