// The sentences of refusals in both languages, beside each other: what cli/refusal_words.hpp looks up.
#pragma once

#include <span>
#include <string_view>

namespace daicho {

/// `{}` stands for any text in English, and in order for the same text in Japanese: `{0}` to `{9}`. A text that is such
/// a sentence itself is told in Japanese, too.
struct RefusalSentence {
  std::string_view en;
  std::string_view ja;
};

/// About files and their formats, own tables among them.
std::span<const RefusalSentence> file_sentences();
/// About the command line.
std::span<const RefusalSentence> option_sentences();
/// What `ledger verify` finds.
std::span<const RefusalSentence> ledger_fault_sentences();

}  // namespace daicho
