// The walk through UTF-8 that the table-driven charsets share when they write: what is one character, where it is
// faulty, and how far the fault goes.
#pragma once

#include <string_view>

#include "converters/charset.hpp"
#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {

/// Two code points may be one code: a base and its variation selector, or a sequence as か゚. A `Target` has
///   bool put(char32_t)                      writes one code point; false where the charset lacks it
///   bool has(char32_t)                      whether `put` would write it
///   bool put_pair(char32_t, char32_t)       writes two that have one code together; false where they have none
///   static bool may_join(char32_t)          whether a code point ends some sequence (selectors aside)
///   void put_ascii(std::string_view)        writes a run of ASCII, where kAsciiIsItself
///   static constexpr bool kAsciiIsItself
template <typename Target>
class EncodeWalk {
 public:
  EncodeWalk(std::string_view utf8, Target& target)
      : begin_(utf8.data()), p_(utf8.data()), end_(p_ + utf8.size()), target_(target) {}

  Conversion run() {
    Utf8Step step = step_at(p_);
    while (p_ < end_ && done_.error == TextError::none) {
      if (step.fault != Utf8Fault::none) {
        stop(step.fault == Utf8Fault::truncated ? TextError::truncated : TextError::illegal, step.length);
        break;
      }
      if (Target::kAsciiIsItself && step.code_point < 0x80 && skip_ascii()) {
        step = step_at(p_);
        continue;
      }
      step = character(step);
    }
    done_.input_used = static_cast<std::size_t>(p_ - begin_);
    return done_;
  }

 private:
  Utf8Step step_at(const char* p) const { return p < end_ ? utf8_step(p, end_) : Utf8Step{}; }

  static bool is_selector(const Utf8Step& step) {
    return step.fault == Utf8Fault::none && is_variation_selector(step.code_point);
  }

  void stop(TextError error, std::size_t length) {
    done_.error = error;
    done_.error_length = length;
  }

  /// Writes a run of ASCII but its last character, to which what follows may belong. False where that is the first.
  bool skip_ascii() {
    const char* after = p_;
    while (after < end_ && static_cast<unsigned char>(*after) < 0x80) ++after;
    if (after - p_ < 2) return false;
    target_.put_ascii({p_, static_cast<std::size_t>(after - p_ - 1)});
    p_ = after - 1;
    return true;
  }

  /// Whether a code point that may join the one before it can begin at `p`: by its first bytes, so that most need not
  /// be decoded twice.
  bool may_join_at(const char* p) const {
    if (p == end_) return false;
    const auto lead = static_cast<unsigned char>(*p);
    if (lead < 0xCB) return false;
    if (lead == 0xE3) return end_ - p >= 3 && p[1] == '\x82' && p[2] == '\x9A';  // U+309A; all kana begin like it
    return lead == 0xCB || lead == 0xCC || lead == 0xEF || lead == 0xF3;
  }

  /// Writes the character at `p_`, whose first code point is known, and returns the step behind it.
  Utf8Step character(const Utf8Step& step) {
    if (!may_join_at(p_ + step.length) && target_.put(step.code_point)) {
      p_ += step.length;
      return step_at(p_);
    }
    return joined_character(step);
  }

  Utf8Step joined_character(const Utf8Step& step) {
    const Utf8Step next = step_at(p_ + step.length);
    const std::size_t both = std::size_t{step.length} + next.length;
    const bool selected = is_selector(next) && takes_variation_selector(step.code_point);
    const bool may_be_pair = selected || (next.length != 0 && next.fault == Utf8Fault::none &&
                                          Target::may_join(next.code_point) && !is_selector(step_at(p_ + both)));
    if (may_be_pair && target_.put_pair(step.code_point, next.code_point)) {
      p_ += both;
      return step_at(p_);
    }
    const bool letter = is_letter(step, next, both);
    const bool lacks_mark = letter && !target_.has(next.code_point);
    if (selected || lacks_mark || !target_.put(step.code_point)) {
      stop(TextError::unmappable, selected || letter ? both : step.length);
      return step;
    }
    p_ += step.length;
    return next;
  }

  /// Whether the two at `p_` are a letter of JIS X 0213, which is one character also where the target has no code of
  /// it.
  bool is_letter(const Utf8Step& step, const Utf8Step& next, std::size_t both) const {
    return next.length != 0 && next.fault == Utf8Fault::none &&
           is_sequence_of_jis_x_0213(step.code_point, next.code_point) && !is_selector(step_at(p_ + both));
  }

  const char* begin_;
  const char* p_;
  const char* end_;
  Target& target_;
  Conversion done_;
};

}  // namespace daicho
