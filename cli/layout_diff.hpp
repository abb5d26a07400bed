// How two layouts differ, item by item.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

/// One word that differs, as a schema file writes it; empty: the word is not there.
struct WordChange {
  std::string word;
  std::string before;
  std::string after;
};

/// One item that differs. Items are the same where their ids are.
struct ItemChange {
  std::optional<std::size_t> before;  ///< index in the first layout; nothing: the item was added
  std::optional<std::size_t> after;   ///< index in the second layout; nothing: the item was removed
  bool moved = false;                 ///< stands at another place among the items that both have
  std::vector<WordChange> words;
};

struct LayoutDiff {
  std::vector<WordChange> head;   ///< id, version, name, source, key, 外字 rule
  std::vector<ItemChange> items;  ///< in the order of the second layout, removed ones after the item before them
  bool empty() const { return head.empty() && items.empty(); }
};

LayoutDiff diff_layouts(const Layout& before, const Layout& after);

}  // namespace daicho
