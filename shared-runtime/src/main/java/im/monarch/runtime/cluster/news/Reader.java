package im.monarch.runtime.cluster.news;

import im.monarch.domain.presence.Moment;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes what a {@link Writer} wrote. Whatever else it meets makes it throw {@link
 * IllegalArgumentException} or {@link IndexOutOfBoundsException}.
 */
final class Reader {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final Buffer buffer;
  private int at;

  Reader(Buffer buffer) {
    this.buffer = buffer;
  }

  int octet() {
    return buffer.getUnsignedByte(at++);
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = octet();
      value |= (long) (octet & SEVEN_BITS) << shift;
      if ((octet & MORE) == 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }

  int count() {
    return Math.toIntExact(number());
  }

  String text() {
    return block().toString(StandardCharsets.UTF_8);
  }

  Buffer block() {
    int length = count();
    var bytes = buffer.slice(at, at + length);
    at += length;
    return bytes;
  }

  <T> Optional<T> optional(Function<String, T> value) {
    return octet() == 0 ? Optional.empty() : Optional.of(value.apply(text()));
  }

  Handle handle() {
    return new Handle(text());
  }

  Moment moment() {
    return new Moment(number(), number());
  }

  <T> List<T> all(Supplier<T> each) {
    int count = count();
    var values = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      values.add(each.get());
    }
    return values;
  }
}
