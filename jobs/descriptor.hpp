// A file descriptor that is closed with its object.
#pragma once

#include <unistd.h>

namespace daicho {

class Descriptor {
 public:
  /// Takes what open(2) answered; negative: nothing is open.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

}  // namespace daicho
