#include "formats/decompress.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <vector>

#include "formats/byte_source.hpp"

namespace daicho {
namespace {

constexpr std::size_t kInputBytes = std::size_t{256} * 1024;
constexpr std::size_t kFrameStartBytes = 5;  // of a frame: enough for the decoder to ask for more

/// The compressed bytes at hand.
class CompressedInput {
 public:
  explicit CompressedInput(std::unique_ptr<ByteStage> stage) : stage_(std::move(stage)), buffer_(kInputBytes) {}

  /// False at the end of the compressed data.
  bool fill() {
    if (used < size) return true;
    used = 0;
    size = stage_->read(buffer_.data(), buffer_.size());
    return size != 0;
  }
  const char* data() const { return buffer_.data(); }

  std::size_t used = 0;
  std::size_t size = 0;

 private:
  std::unique_ptr<ByteStage> stage_;
  std::vector<char> buffer_;
};

class ZstdStage : public ByteStage {
 public:
  ZstdStage(std::unique_ptr<ByteStage> input, std::string name)
      : input_(std::move(input)), name_(std::move(name)), stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }
  ZstdStage(const ZstdStage&) = delete;
  ZstdStage& operator=(const ZstdStage&) = delete;
  ~ZstdStage() override { ZSTD_freeDStream(stream_); }

  std::size_t read(char* buffer, std::size_t size) override {
    ZSTD_outBuffer output{buffer, size, 0};
    while (output.pos == 0) {
      // A full output buffer may leave decoded bytes inside the decoder, so it is asked again without new input.
      const bool at_end = !flushing_ && !input_.fill();
      if (at_end) {
        if (hint_ != 0) throw DamagedInput(name_, "the zstd data ends early", given_);
        return 0;
      }
      // One block a call: a call that fails gives none of its output, and what precedes the damage must be given.
      const std::size_t step = hint_ == 0 ? kFrameStartBytes : hint_;
      ZSTD_inBuffer in{input_.data(), std::min(input_.size, input_.used + step), input_.used};
      hint_ = ZSTD_decompressStream(stream_, &output, &in);
      input_.used = in.pos;
      if (ZSTD_isError(hint_) != 0) {
        throw DamagedInput(name_, std::string("the zstd data is damaged: ") + ZSTD_getErrorName(hint_), given_);
      }
      flushing_ = hint_ != 0 && output.pos == output.size;
    }
    given_ += output.pos;
    return output.pos;
  }

 private:
  CompressedInput input_;
  std::string name_;
  ZSTD_DStream* stream_;
  std::size_t hint_ = 0;  // 0: a frame is complete; else a frame has begun
  bool flushing_ = false;
  std::uint64_t given_ = 0;
};

class GzipStage : public ByteStage {
 public:
  GzipStage(std::unique_ptr<ByteStage> input, std::string name) : input_(std::move(input)), name_(std::move(name)) {
    if (inflateInit2(&stream_, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  GzipStage(const GzipStage&) = delete;
  GzipStage& operator=(const GzipStage&) = delete;
  ~GzipStage() override { inflateEnd(&stream_); }

  std::size_t read(char* buffer, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (!input_.fill()) {
        if (inside_member_) throw DamagedInput(name_, "the gzip data ends early", given_);
        return 0;
      }
      if (!inside_member_) inflateReset(&stream_);
      inside_member_ = true;
      step();
    }
    const std::size_t made = size - stream_.avail_out;
    given_ += made;
    return made;
  }

 private:
  void step() {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data())) + input_.used;
    stream_.avail_in = static_cast<uInt>(input_.size - input_.used);
    const uInt room = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input_.used = input_.size - stream_.avail_in;
    if (status == Z_STREAM_END) {
      inside_member_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR && stream_.avail_out == room) {
      // Bytes that came out before the damage are given first; the next call fails again, with none.
      const char* why = stream_.msg != nullptr ? stream_.msg : "not gzip data";
      throw DamagedInput(name_, std::string("the gzip data is damaged: ") + why, given_);
    }
  }

  CompressedInput input_;
  std::string name_;
  z_stream stream_{};
  bool inside_member_ = false;
  std::uint64_t given_ = 0;
};

}  // namespace

Compression compression_of(std::string_view first_bytes) {
  if (first_bytes.size() >= 2 && first_bytes.substr(0, 2) == "\x1F\x8B") return Compression::gzip;
  if (first_bytes.size() < 4) return Compression::none;
  if (first_bytes.substr(0, 4) == "\x28\xB5\x2F\xFD") return Compression::zstd;
  const bool skippable =
      (static_cast<unsigned char>(first_bytes[0]) & 0xF0U) == 0x50U && first_bytes.substr(1, 3) == "\x2A\x4D\x18";
  return skippable ? Compression::zstd : Compression::none;
}

std::unique_ptr<ByteStage> make_decompressor(Compression compression, std::unique_ptr<ByteStage> input,
                                             std::string name) {
  if (compression == Compression::zstd) return std::make_unique<ZstdStage>(std::move(input), std::move(name));
  if (compression == Compression::gzip) return std::make_unique<GzipStage>(std::move(input), std::move(name));
  return input;
}

}  // namespace daicho
