#include "formats/pattern.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "formats/error.hpp"

namespace daicho {
namespace {

using ByteSet = std::bitset<256>;

/// A node of the automaton (Thompson's construction): takes a byte and goes on, goes on to two nodes, or is the end.
struct Node {
  enum class Type : std::uint8_t { byte, split, end } type = Type::end;
  ByteSet bytes;
  std::size_t next = 0;
  std::size_t other = 0;  // split only
};

constexpr std::size_t kMostNodes = 4096;
constexpr std::size_t kMostTabulated = 512;          // nodes of an automaton that may become a table
constexpr std::size_t kMostStates = 512;             // of the table
constexpr std::size_t kMostSteps = 16 * kMostNodes;  // repetitions of an empty group make steps without nodes

/// Thrown inside the compiler where an expression needs what the automaton has not.
struct Unsupported {};

/// Syntax tree; repetitions are expanded when the automaton is built.
struct Tree {
  enum class Type : std::uint8_t { bytes, sequence, alternatives, repeat } type = Type::sequence;
  ByteSet bytes;
  std::vector<Tree> parts;
  std::size_t least = 0;
  std::size_t most = 0;  // 0 with `endless`
  bool endless = false;
};

ByteSet range(unsigned char first, unsigned char last) {
  ByteSet set;
  for (unsigned byte = first; byte <= last; ++byte) set.set(byte);
  return set;
}

ByteSet class_of(char letter) {
  switch (letter) {
    case 'd':
      return range('0', '9');
    case 'D':
      return ~range('0', '9');
    case 'w':
      return range('0', '9') | range('A', 'Z') | range('a', 'z') | range('_', '_');
    case 'W':
      return ~class_of('w');
    case 's':
      return range('\t', '\r') | range(' ', ' ');
    case 'S':
      return ~class_of('s');
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(letter);
  if ((letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z')) {
    throw Unsupported{};  // back references, assertions, control letters
  }
  return range(byte, byte);
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  Tree parse() {
    Tree tree = alternatives();
    if (!rest_.empty()) throw Unsupported{};
    return tree;
  }

 private:
  char take() {
    if (rest_.empty()) throw Unsupported{};
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  bool take_if(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  Tree alternatives() {
    Tree tree;
    tree.type = Tree::Type::alternatives;
    do tree.parts.push_back(sequence());
    while (take_if("|"));
    return tree;
  }

  Tree sequence() {
    Tree tree;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') tree.parts.push_back(repeated(atom()));
    return tree;
  }

  Tree atom() {
    const char c = take();
    if (c == '(') {
      if (rest_.starts_with("?") && !take_if("?:")) throw Unsupported{};
      Tree group = alternatives();
      if (take() != ')') throw Unsupported{};
      return group;
    }
    Tree tree;
    tree.type = Tree::Type::bytes;
    if (c == '[') {
      tree.bytes = set();
    } else if (c == '.') {
      tree.bytes = ~(range('\n', '\n') | range('\r', '\r'));
    } else if (c == '\\') {
      tree.bytes = class_of(take());
    } else if (std::string_view("^$*+?{}]").find(c) != std::string_view::npos) {
      throw Unsupported{};  // anchors inside, or a slip that the library shall judge
    } else {
      tree.bytes = range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
    }
    return tree;
  }

  ByteSet set() {
    const bool inverted = take_if("^");
    ByteSet bytes;
    if (rest_.starts_with("]")) throw Unsupported{};
    while (!take_if("]")) {
      const char first = take();
      if (first == '\\') {
        bytes |= class_of(take());
      } else if (first == '[') {
        throw Unsupported{};  // [:alpha:]
      } else if (rest_.size() >= 2 && rest_[0] == '-' && rest_[1] != ']') {
        take();
        const char last = take();
        if (last == '\\' || static_cast<unsigned char>(last) < static_cast<unsigned char>(first)) throw Unsupported{};
        bytes |= range(static_cast<unsigned char>(first), static_cast<unsigned char>(last));
      } else {
        bytes |= range(static_cast<unsigned char>(first), static_cast<unsigned char>(first));
      }
    }
    return inverted ? ~bytes : bytes;
  }

  Tree repeated(Tree what) {
    Tree tree;
    tree.type = Tree::Type::repeat;
    if (take_if("*")) {
      tree.endless = true;
    } else if (take_if("+")) {
      tree.least = 1;
      tree.endless = true;
    } else if (take_if("?")) {
      tree.most = 1;
    } else if (take_if("{")) {
      tree.least = number();
      tree.most = tree.least;
      if (take_if(",")) {
        tree.endless = rest_.starts_with("}");
        if (!tree.endless) tree.most = number();
      }
      if (take() != '}' || (!tree.endless && tree.most < tree.least)) throw Unsupported{};
    } else {
      return what;
    }
    if (rest_.starts_with("?") || rest_.starts_with("*") || rest_.starts_with("+") || rest_.starts_with("{")) {
      throw Unsupported{};  // lazy repetitions
    }
    tree.parts.push_back(std::move(what));
    return tree;
  }

  std::size_t number() {
    std::size_t value = 0;
    bool any = false;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      value = value * 10 + static_cast<std::size_t>(take() - '0');
      any = true;
      if (value > 1000) throw Unsupported{};
    }
    if (!any) throw Unsupported{};
    return value;
  }

  std::string_view rest_;
};

/// Builds the automaton from its end to its beginning.
class Builder {
 public:
  std::vector<Node> nodes;

  std::size_t add(Node node) {
    if (nodes.size() >= kMostNodes) throw Unsupported{};
    nodes.push_back(node);
    return nodes.size() - 1;
  }

  /// Adds `tree` before node `next`; answers where it begins.
  std::size_t build(const Tree& tree, std::size_t next) {
    if (++steps_ > kMostSteps) throw Unsupported{};
    switch (tree.type) {
      case Tree::Type::bytes:
        return add({Node::Type::byte, tree.bytes, next, 0});
      case Tree::Type::sequence:
        for (auto part = tree.parts.rbegin(); part != tree.parts.rend(); ++part) next = build(*part, next);
        return next;
      case Tree::Type::alternatives: {
        std::size_t begin = build(tree.parts[0], next);
        for (std::size_t i = 1; i < tree.parts.size(); ++i) {
          const std::size_t other = build(tree.parts[i], next);
          begin = add({Node::Type::split, {}, begin, other});
        }
        return begin;
      }
      case Tree::Type::repeat:
        break;
    }
    return build_repeat(tree, next);
  }

 private:
  std::size_t build_repeat(const Tree& tree, std::size_t next) {
    std::size_t begin = next;
    if (tree.endless) {
      begin = add({Node::Type::split, {}, 0, next});
      const std::size_t body = build(tree.parts[0], begin);
      nodes[begin].next = body;
    } else {
      for (std::size_t i = tree.least; i < tree.most; ++i) {
        begin = add({Node::Type::split, {}, build(tree.parts[0], begin), next});
      }
    }
    for (std::size_t i = 0; i < tree.least; ++i) begin = build(tree.parts[0], begin);
    return begin;
  }

  std::size_t steps_ = 0;
};

/// A deterministic automaton: states are sets of nodes, the first of them the empty one, which nothing leaves.
struct Table {
  std::array<std::uint8_t, 256> class_of{};
  std::size_t classes = 0;
  std::vector<std::uint16_t> next;  // by state * classes + class
  std::vector<bool> ends;
  std::uint16_t first = 0;

  bool run(std::string_view value) const {
    std::size_t state = first;
    for (const char c : value) state = next[state * classes + class_of[static_cast<unsigned char>(c)]];
    return ends[state];
  }
};

}  // namespace

struct Pattern::Program {
  std::vector<Node> nodes;
  std::size_t begin = 0;
  std::optional<std::regex> library;  // where the automaton cannot
  std::optional<Table> table;         // the same automaton, one state at a time

  /// Adds a node and those that it leads to without a byte.
  void enter(std::size_t node, std::vector<std::size_t>& list, std::vector<bool>& in_list) const {
    std::vector<std::size_t> stack{node};
    while (!stack.empty()) {
      const std::size_t at = stack.back();
      stack.pop_back();
      if (in_list[at]) continue;
      in_list[at] = true;
      if (nodes[at].type == Node::Type::split) {
        stack.push_back(nodes[at].next);
        stack.push_back(nodes[at].other);
      } else {
        list.push_back(at);
      }
    }
  }

  /// Turns the automaton into a table, unless that grows too large.
  void tabulate() {
    Table made;
    std::vector<unsigned char> examples;  // a byte of each class
    classify(made, examples);
    std::map<std::vector<std::size_t>, std::uint16_t> known;
    std::vector<std::vector<std::size_t>> sets;
    const auto state_of = [&](std::vector<std::size_t> set) {
      std::sort(set.begin(), set.end());
      const auto [found, fresh] = known.emplace(set, static_cast<std::uint16_t>(sets.size()));
      if (fresh) sets.push_back(std::move(set));
      return found->second;
    };
    state_of({});
    std::vector<std::size_t> first;
    std::vector<bool> in_list(nodes.size(), false);
    enter(begin, first, in_list);
    made.first = state_of(std::move(first));
    for (std::size_t state = 0; state < sets.size(); ++state) {
      if (sets.size() > kMostStates) return;
      const std::vector<std::size_t> set = sets[state];
      made.ends.push_back(
          std::any_of(set.begin(), set.end(), [&](std::size_t at) { return nodes[at].type == Node::Type::end; }));
      for (const unsigned char byte : examples) made.next.push_back(state_of(step(set, byte)));
    }
    table = std::move(made);
  }

  /// The nodes behind a byte.
  std::vector<std::size_t> step(const std::vector<std::size_t>& set, unsigned char byte) const {
    std::vector<std::size_t> then;
    std::vector<bool> in_list(nodes.size(), false);
    for (const std::size_t at : set) {
      if (nodes[at].type == Node::Type::byte && nodes[at].bytes[byte]) enter(nodes[at].next, then, in_list);
    }
    return then;
  }

  /// Bytes that no node tells apart are of one class.
  void classify(Table& made, std::vector<unsigned char>& examples) const {
    std::map<std::vector<bool>, std::uint8_t> known;
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::vector<bool> taken;
      for (const Node& node : nodes) taken.push_back(node.type == Node::Type::byte && node.bytes[byte]);
      const auto [found, fresh] = known.emplace(std::move(taken), static_cast<std::uint8_t>(known.size()));
      if (fresh) examples.push_back(static_cast<unsigned char>(byte));
      made.class_of[byte] = found->second;
    }
    made.classes = examples.size();
  }

  bool run(std::string_view value) const {
    std::vector<std::size_t> now;
    std::vector<std::size_t> then;
    std::vector<bool> in_list(nodes.size(), false);
    enter(begin, now, in_list);
    for (const char c : value) {
      then.clear();
      in_list.assign(nodes.size(), false);
      for (const std::size_t at : now) {
        const Node& node = nodes[at];
        if (node.type == Node::Type::byte && node.bytes[static_cast<unsigned char>(c)]) enter(node.next, then, in_list);
      }
      std::swap(now, then);
      if (now.empty()) return false;
    }
    for (const std::size_t at : now) {
      if (nodes[at].type == Node::Type::end) return true;
    }
    return false;
  }
};

Pattern::Pattern(std::string_view expression) {
  auto program = std::make_shared<Program>();
  // The whole value is matched anyway: anchors at the outer ends say nothing more. Alternatives bind weaker than they.
  std::string_view bare = expression;
  if (bare.find('|') == std::string_view::npos) {
    if (bare.starts_with('^')) bare.remove_prefix(1);
    if (bare.ends_with('$') && !bare.ends_with("\\$")) bare.remove_suffix(1);
  }
  try {
    Builder builder;
    const std::size_t end = builder.add({});
    program->begin = builder.build(Parser(bare).parse(), end);
    program->nodes = std::move(builder.nodes);
    if (program->nodes.size() <= kMostTabulated) program->tabulate();
  } catch (const Unsupported&) {
    try {
      program->library.emplace(std::string(expression), std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error&) {
      throw UsageError("'" + std::string(expression) + "' is no regular expression");
    }
  }
  program_ = std::move(program);
}

bool Pattern::matches(std::string_view value) const {
  if (program_->library) return std::regex_match(value.begin(), value.end(), *program_->library);
  return program_->table ? program_->table->run(value) : program_->run(value);
}

}  // namespace daicho
