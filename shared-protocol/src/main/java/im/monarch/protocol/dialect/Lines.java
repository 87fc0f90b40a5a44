package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.frame.Payload;
import java.util.Arrays;

/** Bytes on their way to a client: words become lines, payloads follow as they are. */
final class Lines {

  private static final int FIRST_CAPACITY = 128;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int length;

  /** One line: the words with a single blank between them, then CR LF. */
  Lines line(Object... words) {
    for (int i = 0; i < words.length; i++) {
      if (i > 0) {
        put((byte) ' ');
      }
      put(words[i].toString());
    }
    put((byte) '\r');
    put((byte) '\n');
    return this;
  }

  Lines payload(Payload payload) {
    put(payload.shared());
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(String word) {
    makeRoom(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > 0x7F) {
        put(word.substring(i).getBytes(UTF_8));
        return;
      }
      bytes[length++] = (byte) c;
    }
  }

  private void put(byte[] more) {
    makeRoom(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(byte one) {
    makeRoom(1);
    bytes[length++] = one;
  }

  private void makeRoom(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
