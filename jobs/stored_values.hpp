// What jobs keep about people, in the tables `stored`, `pending_stored` and `dictionaries` of a state's database.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "jobs/job.hpp"
#include "jobs/sqlite.hpp"
#include "jobs/value_dictionary.hpp"

namespace daicho {

class StoredValues {
 public:
  /// The database must outlive it.
  explicit StoredValues(const SqliteDatabase& database);

  /// Empty where nothing is stored.
  std::string find(std::string_view job, std::string_view store, PersonKey person);
  /// In ascending order of person. The value is valid during the visit.
  void for_each(std::string_view job, std::string_view store,
                const std::function<void(PersonKey, std::string_view)>& visit);

  using Pending = std::unordered_map<PersonKey, std::optional<std::string>>;
  /// Adds a run's pending values of one store; nothing: forget the person. Makes the store's dictionary where it has
  /// none yet and these values gain by one. To be called inside a transaction.
  void add_pending(std::int64_t run, std::string_view job, std::string_view store, const Pending& people);
  /// Takes back what `add_pending` did for a run that is not published.
  void drop_pending(std::int64_t run);

 private:
  using Sorted = std::vector<std::pair<PersonKey, const std::string*>>;  // by person; null: forget
  std::string_view plain(const SqliteStatement& row, int dictionary_column, std::string& storage);
  ValueDictionary& dictionary(std::int64_t id);
  std::int64_t dictionary_for(std::int64_t run, std::string_view job, std::string_view store, const Sorted& people);

  sqlite3* handle_;
  SqliteStatement find_;
  std::map<std::int64_t, ValueDictionary> dictionaries_;  // those used so far
};

}  // namespace daicho
