#include "formats/compress.hpp"

#include <zlib.h>
#include <zstd.h>

#include <cstddef>
#include <new>
#include <string>
#include <utility>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
constexpr int kZstdLevel = 3;
constexpr int kGzipLevel = 6;

/// Gathers plain bytes into blocks of one size, so that the compressor never sees how they were written.
class CompressingSink : public ByteSink {
 public:
  explicit CompressingSink(std::unique_ptr<ByteSink> target) : target_(std::move(target)), output_(kBlockBytes, '\0') {
    plain_.reserve(kBlockBytes);
  }

  void write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const std::string_view part = bytes.substr(0, kBlockBytes - plain_.size());
      plain_.append(part);
      bytes.remove_prefix(part.size());
      if (plain_.size() == kBlockBytes) flush_block(false);
    }
  }

  void commit() override {
    flush_block(true);
    target_->commit();
  }

  const std::string& name() const override { return target_->name(); }

 protected:
  virtual void compress(std::string_view plain, bool last) = 0;
  std::string& output() { return output_; }
  void emit(std::size_t size) {
    if (size != 0) target_->write(std::string_view(output_).substr(0, size));
  }

 private:
  void flush_block(bool last) {
    compress(plain_, last);
    plain_.clear();
  }

  std::unique_ptr<ByteSink> target_;
  std::string plain_;
  std::string output_;
};

class ZstdSink : public CompressingSink {
 public:
  explicit ZstdSink(std::unique_ptr<ByteSink> target)
      : CompressingSink(std::move(target)), context_(ZSTD_createCCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context_, ZSTD_c_compressionLevel, kZstdLevel);
    ZSTD_CCtx_setParameter(context_, ZSTD_c_checksumFlag, 1);
  }
  ZstdSink(const ZstdSink&) = delete;
  ZstdSink& operator=(const ZstdSink&) = delete;
  ~ZstdSink() override { ZSTD_freeCCtx(context_); }

 private:
  void compress(std::string_view plain, bool last) override {
    ZSTD_inBuffer in{plain.data(), plain.size(), 0};
    for (;;) {
      ZSTD_outBuffer out{output().data(), output().size(), 0};
      const std::size_t left = ZSTD_compressStream2(context_, &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
      if (ZSTD_isError(left) != 0) {
        throw WorldError("cannot compress " + name() + ": " + ZSTD_getErrorName(left));
      }
      emit(out.pos);
      if (last ? left == 0 : in.pos == in.size) return;
    }
  }

  ZSTD_CCtx* context_;
};

class GzipSink : public CompressingSink {
 public:
  explicit GzipSink(std::unique_ptr<ByteSink> target) : CompressingSink(std::move(target)) {
    if (deflateInit2(&stream_, kGzipLevel, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  GzipSink(const GzipSink&) = delete;
  GzipSink& operator=(const GzipSink&) = delete;
  ~GzipSink() override { deflateEnd(&stream_); }

 private:
  void compress(std::string_view plain, bool last) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream_.avail_in = static_cast<uInt>(plain.size());
    for (;;) {
      stream_.next_out = reinterpret_cast<Bytef*>(output().data());
      stream_.avail_out = static_cast<uInt>(output().size());
      const int status = deflate(&stream_, last ? Z_FINISH : Z_NO_FLUSH);
      if (status == Z_STREAM_ERROR) throw WorldError("cannot compress " + name());
      emit(output().size() - stream_.avail_out);
      if (last ? status == Z_STREAM_END : stream_.avail_out != 0) return;
    }
  }

  z_stream stream_{};
};

}  // namespace

std::unique_ptr<ByteSink> compress_by_name(std::unique_ptr<ByteSink> target) {
  if (target->name().ends_with(".zst")) return std::make_unique<ZstdSink>(std::move(target));
  if (target->name().ends_with(".gz")) return std::make_unique<GzipSink>(std::move(target));
  return target;
}

}  // namespace daicho
