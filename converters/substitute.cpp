#include "converters/substitute.hpp"

#include <algorithm>
#include <optional>

#include "converters/kana.hpp"
#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

/// How far a source is trusted: a municipality's own word, then MJ縮退マップ, then the rest.
enum class Trust : int { own, mj, rest };
constexpr Trust kTrusts[] = {Trust::own, Trust::mj, Trust::rest};

Trust trust(const Candidate& candidate) {
  const SubstituteRule rule = rule_of(candidate.source);
  if (rule == SubstituteRule::own) return Trust::own;
  return rule <= SubstituteRule::base_character ? Trust::mj : Trust::rest;
}

std::string evidence_of(const Candidate& candidate) {
  const std::string order = std::to_string(candidate.order);
  switch (candidate.source) {
    case SubstituteSource::own:
      return candidate.note.empty() ? "市区町村の表" : "市区町村の表: " + std::string(candidate.note);
    case SubstituteSource::koseki_parent:
      return "戸籍統一文字情報 親字・正字（ホップ数" + order + "）";
    case SubstituteSource::tsutatsu_2842:
      return "民一2842号通達別表 誤字俗字・正字一覧表";
    case SubstituteSource::tsutatsu_2842_zokuji:
      return "民一2842号通達別表 誤字俗字・正字一覧表（俗字）";
    case SubstituteSource::tsutatsu_2842_betsuji:
      return "民一2842号通達別表 誤字俗字・正字一覧表（別字）";
    case SubstituteSource::tsuchi_5202:
      return "民二5202号通知別表 正字・俗字等対照表";
    case SubstituteSource::kokuji_582_1:
      return "法務省告示582号別表第四の一（第" + order + "順位）";
    case SubstituteSource::kokuji_582_2:
      return "法務省告示582号別表第四の二（第" + order + "順位）";
    case SubstituteSource::compatibility:
      return "Unicode の互換漢字の正準分解";
    case SubstituteSource::unihan_jinmeiyo:
      return "Unihan kJinmeiyoKanji（人名用漢字の字体）";
    case SubstituteSource::unihan_joyo:
      return "Unihan kJoyoKanji（常用漢字の字体）";
    case SubstituteSource::unihan_z:
      return "Unihan kZVariant";
    case SubstituteSource::unihan_semantic:
      return "Unihan kSemanticVariant";
    default:
      return std::string(substitute_rule_label(rule_of(candidate.source)));
  }
}

/// A way of one or two hops; indices into the candidates of the character and of the first hop.
struct Path {
  Candidate first;
  std::optional<Candidate> second;
};

std::optional<Path> path_within(const SubstitutionTable& table, std::string_view character,
                                const std::vector<Candidate>& candidates, const TargetRepertoire& target, Trust most) {
  for (const Candidate& candidate : candidates) {
    if (trust(candidate) <= most && target.holds_all(candidate.to)) return Path{candidate, std::nullopt};
  }
  for (const Candidate& candidate : candidates) {
    if (trust(candidate) > most) continue;
    for (const Candidate& next : table.candidates(candidate.to)) {
      const bool usable = trust(next) <= most && next.to != character && target.holds_all(next.to);
      if (usable) return Path{candidate, next};
    }
  }
  return std::nullopt;
}

std::optional<Path> best_path(const SubstitutionTable& table, std::string_view character,
                              const std::vector<Candidate>& candidates, const TargetRepertoire& target) {
  for (const Trust most : kTrusts) {
    if (auto path = path_within(table, character, candidates, target, most)) return path;
  }
  return std::nullopt;
}

std::vector<Hop> hops_of(const Path& path) {
  std::vector<Hop> hops;
  const auto add = [&](const Candidate& candidate) {
    hops.push_back({std::string(candidate.to), rule_of(candidate.source), evidence_of(candidate)});
  };
  add(path.first);
  if (path.second) add(*path.second);
  return hops;
}

/// Takes over what was done to a part of the whole that begins at byte `at`.
void append(Substitution& whole, Substitution part, std::size_t at) {
  whole.result = std::max(whole.result, part.result);
  whole.text += part.text;
  whole.positions += part.positions;
  for (Replacement& one : part.replacements) {
    one.at += at;
    whole.replacements.push_back(std::move(one));
  }
  for (std::string& character : part.without) {
    if (std::find(whole.without.begin(), whole.without.end(), character) == whole.without.end()) {
      whole.without.push_back(std::move(character));
    }
  }
}

/// かな for the whole of `text`, for the sake of the characters that have no substitute.
Substitution in_kana(std::string_view text, std::string_view kana, std::vector<std::string> without,
                     const TargetRepertoire& target) {
  Substitution done;
  done.result = SubstituteResult::impossible;
  done.positions.assign(utf16_length(text), '1');
  done.without = std::move(without);
  if (kana.empty() || !target.holds_all(kana)) return done;
  done.result = SubstituteResult::kana;
  done.text = kana;
  done.replacements.push_back({0, std::string(text), done.text, {}, {}});
  return done;
}

/// Bytes of the characters at the beginning of `text` that the target holds.
std::size_t held_length(std::string_view text, const TargetRepertoire& target) {
  std::string_view rest = text;
  for (std::size_t length = 0; !rest.empty(); length = text.size() - rest.size()) {
    if (!target.holds(take_whole_character(rest))) return length;
  }
  return text.size();
}

/// What is done about a character that the target does not hold.
Substitution substitute_character(const SubstitutionTable& table, std::string_view character,
                                  const TargetRepertoire& target) {
  Substitution done;
  done.positions.assign(utf16_length(character), '1');
  const std::vector<Candidate> candidates = table.candidates(character);
  const std::optional<Path> path = best_path(table, character, candidates, target);
  if (!path) {
    done.result = SubstituteResult::impossible;
    done.without.emplace_back(character);
    return done;
  }
  done.result = SubstituteResult::substituted;
  Replacement replacement{0, std::string(character), {}, hops_of(*path), {}};
  replacement.substitute = replacement.hops.back().to;
  for (const Candidate& other : candidates) {
    const bool as_good = rule_of(other.source) == rule_of(path->first.source) && other.order == path->first.order;
    if (as_good && other.to != path->first.to && target.holds_all(other.to)) {
      replacement.alternatives.emplace_back(other.to);
    }
  }
  done.text = replacement.substitute;
  done.replacements.push_back(std::move(replacement));
  return done;
}

constexpr std::string_view kSeparator = "　";

std::size_t count_parts(std::string_view text) {
  std::size_t parts = 1;
  for (std::size_t at = 0; (at = text.find(kSeparator, at)) != std::string_view::npos; at += kSeparator.size()) ++parts;
  return parts;
}

/// Takes the first part off `text`, with the separator that follows it.
std::string_view take_part(std::string_view& text) {
  const std::size_t end = std::min(text.find(kSeparator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + kSeparator.size(), text.size()));
  return part;
}

/// 氏 and 名 side by side with their readings.
Substitution by_parts(const SubstitutionTable& table, std::string_view name, std::string_view kana,
                      const TargetRepertoire& target) {
  Substitution done;
  const std::string_view whole = name;
  const std::size_t parts = count_parts(name);
  for (std::size_t i = 0; i < parts; ++i) {
    if (i > 0) append(done, substitute(table, kSeparator, target), 0);
    const std::size_t at = whole.size() - name.size();
    const std::string_view part = take_part(name);
    const std::string_view reading = take_part(kana);
    Substitution one = substitute(table, part, target);
    if (one.result == SubstituteResult::impossible) one = in_kana(part, reading, std::move(one.without), target);
    append(done, std::move(one), at);
  }
  return done;
}

}  // namespace

std::vector<Hop> substitute_path(const SubstitutionTable& table, std::string_view character,
                                 const TargetRepertoire& target) {
  const std::optional<Path> path = best_path(table, character, table.candidates(character), target);
  return path ? hops_of(*path) : std::vector<Hop>();
}

Substitution substitute(const SubstitutionTable& table, std::string_view text, const TargetRepertoire& target) {
  Substitution done;
  const std::string_view whole = text;
  while (!text.empty()) {
    const std::string_view held = text.substr(0, held_length(text, target));
    done.text += held;
    done.positions.append(utf16_length(held), '0');
    text.remove_prefix(held.size());
    if (text.empty()) break;
    const std::size_t at = whole.size() - text.size();
    append(done, substitute_character(table, take_whole_character(text), target), at);
  }
  return done;
}

Substitution substitute_name(const SubstitutionTable& table, std::string_view name, std::string_view reading,
                             const TargetRepertoire& target) {
  Substitution done = substitute(table, name, target);
  if (done.result != SubstituteResult::impossible) return done;
  const std::string kana = katakana_to_hiragana(reading, target.holds("ゔ"));
  if (count_parts(name) == count_parts(kana)) {
    Substitution parts = by_parts(table, name, kana, target);
    if (parts.result != SubstituteResult::impossible) return parts;
  }
  return in_kana(name, kana, std::move(done.without), target);
}

}  // namespace daicho
