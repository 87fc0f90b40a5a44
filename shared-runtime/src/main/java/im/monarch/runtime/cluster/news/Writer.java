package im.monarch.runtime.cluster.news;

import im.monarch.domain.presence.Moment;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts values one behind the other; a {@link Reader} takes them in the same order. */
final class Writer {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final Buffer buffer = Buffer.buffer();

  Buffer buffer() {
    return buffer;
  }

  Writer octet(int value) {
    buffer.appendByte((byte) value);
    return this;
  }

  /** Small ones take one byte, negative ones ten. */
  Writer number(long value) {
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      octet((int) (rest & SEVEN_BITS) | MORE);
      rest >>>= 7;
    }
    return octet((int) rest);
  }

  Writer text(String text) {
    return block(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
  }

  Writer block(Buffer bytes) {
    number(bytes.length());
    buffer.appendBuffer(bytes);
    return this;
  }

  Writer word(Object value) {
    return text(value.toString());
  }

  Writer optional(Optional<?> value) {
    octet(value.isPresent() ? 1 : 0);
    value.ifPresent(this::word);
    return this;
  }

  Writer handle(Handle handle) {
    return text(handle.address());
  }

  Writer moment(Moment at) {
    return number(at.epoch()).number(at.sequence());
  }

  /** How many, then each of them. */
  <T> Writer all(Collection<T> values, Consumer<T> each) {
    number(values.size());
    values.forEach(each);
    return this;
  }
}
