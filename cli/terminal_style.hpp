// Colours for a terminal, and none for anything else.
#pragma once

#include <string>
#include <string_view>

namespace daicho {

class TerminalStyle {
 public:
  explicit TerminalStyle(bool colours) : colours_(colours) {}

  std::string bold(std::string_view text) const { return in("1", text); }
  std::string error(std::string_view text) const { return in("1;31", text); }
  std::string warning(std::string_view text) const { return in("1;35", text); }
  std::string mark(std::string_view text) const { return in("1;36", text); }
  std::string dim(std::string_view text) const { return in("2", text); }

 private:
  std::string in(std::string_view code, std::string_view text) const {
    if (!colours_ || text.empty()) return std::string(text);
    return "\x1B[" + std::string(code) + "m" + std::string(text) + "\x1B[0m";
  }

  bool colours_;
};

}  // namespace daicho
