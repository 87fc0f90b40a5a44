package im.monarch.protocol.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Immutable bytes behind a command line. A class, because arrays in records compare by identity.
 */
public final class Payload {

  public static final Payload NONE = new Payload(new byte[0]);

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes {@code bytes} over without copying: the caller must not change them afterwards. */
  public static Payload wrap(byte[] bytes) {
    return bytes.length == 0 ? NONE : new Payload(bytes);
  }

  public static Payload utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Length in bytes, as the command line states it. */
  public int length() {
    return bytes.length;
  }

  public String utf8() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The bytes themselves, shared and not copied: for writing to a socket only. */
  public byte[] shared() {
    return bytes;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Payload that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
