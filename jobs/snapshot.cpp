#include "jobs/snapshot.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::string_view kMagic = "DAICHO-SNAPSHOT 1\n";
constexpr char kEnd = 0;
constexpr char kRecord = 1;
constexpr char kRemoved = 2;
constexpr int kLevel = 1;  // 90 % of the best ratio at a tenth of its time

void put_varint(std::uint64_t value, std::string& out) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put_text(std::string_view text, std::string& out) {
  put_varint(text.size(), out);
  out += text;
}

/// Takes a varint off a text that holds it whole.
std::uint64_t take_varint(std::string_view& text) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !text.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

}  // namespace

void encode_record(const RecordView& record, std::string& encoded) {
  for (std::size_t item = 0; item < record.size(); ++item) put_text(record[item], encoded);
}

void decode_record(std::string_view encoded, RecordBlock& block) {
  block.clear();
  append_record(encoded, block);
}

void append_record(std::string_view encoded, RecordBlock& block) {
  block.begin_record({});
  for (std::size_t item = 0; item < block.item_count(); ++item) {
    const std::uint64_t size = take_varint(encoded);
    block.text() += encoded.substr(0, size);
    encoded.remove_prefix(std::min<std::size_t>(size, encoded.size()));
    block.end_field(item, 0, 0);
  }
  block.end_record({}, false);
}

RecordHash hash_record(std::string_view encoded) {
  const XXH128_hash_t hash = XXH3_128bits(encoded.data(), encoded.size());
  return {hash.high64, hash.low64};
}

struct SnapshotWriter::Compressor {
  Compressor() : context(ZSTD_createCCtx()), out(ZSTD_CStreamOutSize()) {
    if (context == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    // In a thread of its own, with --threads 1, too: it decides where the library cuts its blocks, and so the bytes.
    ZSTD_CCtx_setParameter(context, ZSTD_c_nbWorkers, 1);
  }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;
  ~Compressor() { ZSTD_freeCCtx(context); }

  void run(std::string_view bytes, ZSTD_EndDirective directive, DurableFile& file) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer target{out.data(), out.size(), 0};
      const std::size_t left = ZSTD_compressStream2(context, &target, &in, directive);
      if (ZSTD_isError(left)) throw WorldError("cannot compress " + file.path().string());
      file.write({out.data(), target.pos});
      if (directive == ZSTD_e_continue ? in.pos == in.size : left == 0) return;
    }
  }

  ZSTD_CCtx* context;
  std::vector<char> out;
  std::string pending;
};

SnapshotWriter::SnapshotWriter(std::filesystem::path path, const Layout& layout)
    : file_(std::move(path)), compressor_(std::make_unique<Compressor>()) {
  std::string header(kMagic);
  put_text(layout.id, header);
  put_varint(layout.items.size(), header);
  for (const Item& item : layout.items) put_text(item.id, header);
  write(header);
}

SnapshotWriter::~SnapshotWriter() = default;

void SnapshotWriter::write(std::string_view bytes) { compressor_->run(bytes, ZSTD_e_continue, file_); }

void SnapshotWriter::put(PersonKey person, std::string_view encoded) {
  std::string& entry = compressor_->pending;
  entry.assign(1, kRecord);
  put_varint(person, entry);
  write(entry);
  write(encoded);
  ++entries_;
}

void SnapshotWriter::remove(PersonKey person) {
  std::string entry(1, kRemoved);
  put_varint(person, entry);
  write(entry);
  ++entries_;
}

void SnapshotWriter::flush() { compressor_->run({}, ZSTD_e_end, file_); }

void SnapshotWriter::finish() {
  std::string entry(1, kEnd);
  put_varint(entries_, entry);
  write(entry);
  flush();
  file_.finish();
}

struct SnapshotReader::Input {
  explicit Input(const std::filesystem::path& name)
      : path(name.string()),
        fd(::open(name.c_str(), O_RDONLY | O_CLOEXEC)),
        context(ZSTD_createDCtx()),
        compressed(ZSTD_DStreamInSize()) {
    if (fd < 0) throw_errno("open", path);
    if (context == nullptr) throw std::bad_alloc();
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;
  ~Input() {
    ZSTD_freeDCtx(context);
    ::close(fd);
  }

  [[noreturn]] void damaged(const char* how) const { throw WorldError(fmt::format("{} is damaged: {}", path, how)); }

  /// Appends more plain bytes; false at the end of the file.
  bool refill() {
    plain.erase(0, used);
    used = 0;
    const std::size_t before = plain.size();
    for (;;) {
      // Also without new input: the decoder may hold output that did not fit before.
      if (source.pos < source.size || hint != 0) decompress();
      if (plain.size() > before) return true;
      if (source.pos == source.size && !read_more()) {
        if (hint != 0) damaged("it ends inside a zstd frame");
        return false;
      }
    }
  }

  void decompress() {
    const std::size_t before = plain.size();
    const std::size_t room = ZSTD_DStreamOutSize();
    plain.resize(before + room);
    ZSTD_outBuffer target{plain.data() + before, room, 0};
    hint = ZSTD_decompressStream(context, &target, &source);
    plain.resize(before + target.pos);
    if (ZSTD_isError(hint)) damaged(ZSTD_getErrorName(hint));
  }

  bool read_more() {
    ssize_t count = 0;
    do {
      count = ::read(fd, compressed.data(), compressed.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw_errno("read", path);
    source = {compressed.data(), static_cast<std::size_t>(count), 0};
    return count > 0;
  }

  /// The next `size` bytes; damaged where the file ends before.
  void need(std::size_t size) {
    while (plain.size() - used < size) {
      if (!refill()) damaged("it ends too early");
    }
  }
  char byte() {
    need(1);
    return plain[used++];
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto next = static_cast<unsigned char>(byte());
      value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if (next < 0x80) return value;
    }
    damaged("a number is too long");
  }
  std::string text() {
    const std::uint64_t size = varint();
    if (size > kLongestText) damaged("a text is too long");
    need(size);
    std::string value = plain.substr(used, size);
    used += size;
    return value;
  }
  /// The bytes of one record of `items` values, taken.
  std::string_view record(std::size_t items) {
    std::size_t length = 0;
    for (std::size_t item = 0; item < items; ++item) {
      std::uint64_t size = 0;
      for (unsigned shift = 0;; shift += 7) {
        need(length + 1);
        const auto next = static_cast<unsigned char>(plain[used + length++]);
        size |= static_cast<std::uint64_t>(next & 0x7F) << shift;
        if (next < 0x80) break;
        if (shift > 28) damaged("a number is too long");
      }
      if (size > kLongestText) damaged("a text is too long");
      length += size;
      need(length);
    }
    const std::string_view whole(plain.data() + used, length);
    used += length;
    return whole;
  }

  static constexpr std::uint64_t kLongestText = 1U << 20;  // no value of a record comes near
  std::string path;
  int fd;
  ZSTD_DCtx* context;
  std::vector<char> compressed;
  ZSTD_inBuffer source{nullptr, 0, 0};
  std::size_t hint = 0;
  std::string plain;
  std::size_t used = 0;
};

SnapshotReader::SnapshotReader(const std::filesystem::path& path, const Layout& layout, SnapshotState state)
    : input_(std::make_unique<Input>(path)), layout_(layout), state_(state) {
  read_header();
}

SnapshotReader::~SnapshotReader() = default;

void SnapshotReader::read_header() {
  input_->need(kMagic.size());
  if (std::string_view(input_->plain).substr(0, kMagic.size()) != kMagic) input_->damaged("it is no snapshot");
  input_->used = kMagic.size();
  if (const std::string id = input_->text(); id != layout_.id) {
    throw RefusedError(fmt::format("{} holds records of layout {}, not {}", input_->path, id, layout_.id));
  }
  file_items_ = input_->varint();
  if (file_items_ > 10000) input_->damaged("too many items");
  bool same = file_items_ == layout_.items.size();
  for (std::size_t item = 0; item < file_items_; ++item) {
    positions_.push_back(layout_.find(input_->text()).value_or(layout_.items.size()));
    same = same && positions_.back() == item;
  }
  if (same) positions_.clear();
}

/// A record of a file with other items, in the order of the layout's.
std::string_view SnapshotReader::reordered(std::string_view encoded) {
  std::vector<std::string_view> values(layout_.items.size() + 1);
  for (const std::size_t position : positions_) {
    const std::uint64_t size = take_varint(encoded);
    values[position] = encoded.substr(0, size);
    encoded.remove_prefix(size);
  }
  values.pop_back();  // whatever the layout no longer has
  reordered_.clear();
  for (const std::string_view value : values) put_text(value, reordered_);
  return reordered_;
}

bool SnapshotReader::next(SnapshotEntry& entry) {
  if (at_end_) return false;
  if (input_->used == input_->plain.size() && !input_->refill()) {
    if (state_ == SnapshotState::finished) input_->damaged("it has no end entry");
    at_end_ = true;
    return false;
  }
  const char kind = input_->byte();
  if (kind == kEnd) {
    if (input_->varint() != entries_) input_->damaged("records are missing");
    if (input_->used != input_->plain.size() || input_->refill()) input_->damaged("something follows its end");
    at_end_ = true;
    return false;
  }
  if (kind != kRecord && kind != kRemoved) input_->damaged("an entry of no known kind");
  entry.person = input_->varint();
  entry.present = kind == kRecord;
  entry.encoded = {};
  if (entry.present) {
    entry.encoded = input_->record(file_items_);
    if (!positions_.empty()) entry.encoded = reordered(entry.encoded);
  }
  ++entries_;
  return true;
}

SnapshotIndex::SnapshotIndex(const std::filesystem::path& path, const Layout& layout) {
  struct Seen {
    Entry entry;
    bool present;
  };
  std::vector<Seen> seen;
  SnapshotReader reader(path, layout, SnapshotState::finished);
  SnapshotEntry entry;
  while (reader.next(entry)) {
    seen.push_back({{entry.person, entry.present ? hash_record(entry.encoded) : RecordHash{}}, entry.present});
  }
  std::stable_sort(seen.begin(), seen.end(),
                   [](const Seen& a, const Seen& b) { return a.entry.person < b.entry.person; });
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const bool last = i + 1 == seen.size() || seen[i + 1].entry.person != seen[i].entry.person;
    if (last && seen[i].present) entries_.push_back(seen[i].entry);
  }
}

std::size_t SnapshotIndex::find(PersonKey person) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), person,
                                      [](const Entry& entry, PersonKey key) { return entry.person < key; });
  if (found == entries_.end() || found->person != person) return entries_.size();
  return static_cast<std::size_t>(found - entries_.begin());
}

}  // namespace daicho
