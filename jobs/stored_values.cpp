#include "jobs/stored_values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::int64_t kPlain = 0;  // no dictionary: the value as it is

}  // namespace

StoredValues::StoredValues(const SqliteDatabase& database)
    : handle_(database.handle()),
      find_(handle_, "SELECT dictionary, value FROM stored WHERE job = ?1 AND store = ?2 AND person = ?3") {}

std::string StoredValues::find(std::string_view job, std::string_view store, PersonKey person) {
  find_.reset();
  find_.bind(1, job).bind(2, store).bind(3, static_cast<std::int64_t>(person));
  if (!find_.step()) return {};
  std::string storage;
  return std::string(plain(find_, 0, storage));
}

void StoredValues::for_each(std::string_view job, std::string_view store,
                            const std::function<void(PersonKey, std::string_view)>& visit) {
  SqliteStatement select(handle_,
                         "SELECT person, dictionary, value FROM stored WHERE job = ?1 AND store = ?2 ORDER BY person");
  select.bind(1, job).bind(2, store);
  std::string storage;
  while (select.step()) visit(static_cast<PersonKey>(select.integer(0)), plain(select, 1, storage));
}

void StoredValues::add_pending(std::int64_t run, std::string_view job, std::string_view store, const Pending& people) {
  Sorted sorted;
  sorted.reserve(people.size());
  for (const auto& [person, value] : people) sorted.emplace_back(person, value ? &*value : nullptr);
  std::sort(sorted.begin(), sorted.end());
  const std::int64_t id = dictionary_for(run, job, store, sorted);
  SqliteStatement insert(
      handle_, "INSERT INTO pending_stored (run, store, person, value, dictionary) VALUES (?1, ?2, ?3, ?4, ?5)");
  for (const auto& [person, value] : sorted) {
    insert.bind(1, run).bind(2, store).bind(3, static_cast<std::int64_t>(person)).bind(5, kPlain);
    if (value == nullptr) {
      insert.bind_null(4);
    } else {
      std::string_view bytes = *value;
      if (id != kPlain) {
        const std::string_view frame = dictionary(id).compress(bytes);
        if (frame.size() < bytes.size()) {
          bytes = frame;
          insert.bind(5, id);
        }
      }
      insert.bind_blob(4, bytes);
    }
    insert.execute();
  }
}

void StoredValues::drop_pending(std::int64_t run) {
  for (const char* sql : {"DELETE FROM pending_stored WHERE run = ?1", "DELETE FROM dictionaries WHERE run = ?1"}) {
    SqliteStatement(handle_, sql).bind(1, run).execute();
  }
  dictionaries_.clear();  // SQLite gives their ids again
}

/// The value of a row whose columns are `dictionary` and, behind it, `value`. May lie in `storage`.
std::string_view StoredValues::plain(const SqliteStatement& row, int dictionary_column, std::string& storage) {
  const std::int64_t id = row.integer(dictionary_column);
  const std::string_view bytes = row.text(dictionary_column + 1);
  if (id == kPlain) return bytes;
  dictionary(id).decompress(bytes, storage);
  return storage;
}

ValueDictionary& StoredValues::dictionary(std::int64_t id) {
  if (const auto known = dictionaries_.find(id); known != dictionaries_.end()) return known->second;
  SqliteStatement select(handle_, "SELECT bytes FROM dictionaries WHERE id = ?1");
  if (!select.bind(1, id).step()) throw WorldError(fmt::format("the state is damaged: it has no dictionary {}", id));
  return dictionaries_.emplace(id, ValueDictionary(select.text(0))).first->second;
}

/// The store's dictionary, made of these values where there is none; kPlain where they do not gain by one.
std::int64_t StoredValues::dictionary_for(std::int64_t run, std::string_view job, std::string_view store,
                                          const Sorted& people) {
  SqliteStatement select(handle_, "SELECT id FROM dictionaries WHERE job = ?1 AND store = ?2 ORDER BY id DESC");
  if (select.bind(1, job).bind(2, store).step()) return select.integer(0);
  std::vector<std::string_view> values;
  for (const auto& [person, value] : people) {
    if (value != nullptr) values.emplace_back(*value);
  }
  const std::string bytes = ValueDictionary::train(values);
  if (bytes.empty()) return kPlain;
  SqliteStatement insert(handle_,
                         "INSERT INTO dictionaries (run, job, store, bytes) VALUES (?1, ?2, ?3, ?4) RETURNING id");
  insert.bind(1, run).bind(2, job).bind(3, store).bind_blob(4, bytes).step();
  const std::int64_t id = insert.integer(0);
  insert.step();
  return id;
}

}  // namespace daicho
