package im.monarch.domain.clients;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** What MSNP11 and later make of the MD5 of challenge and key (protocol notes, 3.6.6). */
final class MixedDigest {

  private static final long MODULUS = 0x7FFF_FFFFL;
  private static final long FACTOR = 0x0E79_A9C1L;
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  /** Two words are mixed in at a time. */
  private static final int PAIR = 2 * Integer.BYTES;

  private MixedDigest() {}

  /**
   * Mixes {@code text} into {@code md5}.
   *
   * @param md5 16 bytes
   * @param text challenge and product id
   */
  static byte[] of(byte[] md5, String text) {
    var hash = words(md5);
    long high = 0;
    long low = 0;
    var words = words(padded(text));
    for (int i = 0; i < words.length; i += 2) {
      long sum = words[i] * FACTOR % MODULUS + high;
      sum = (sum * (hash[0] & MODULUS) + (hash[1] & MODULUS)) % MODULUS;
      high = (words[i + 1] + sum) % MODULUS;
      high = (high * (hash[2] & MODULUS) + (hash[3] & MODULUS)) % MODULUS;
      low += high + sum;
    }
    high = (high + (hash[1] & MODULUS)) % MODULUS;
    low = (low + (hash[3] & MODULUS)) % MODULUS;
    return bytes(hash[0] ^ high, hash[1] ^ low, hash[2] ^ high, hash[3] ^ low);
  }

  /** Filled up with the digit 0. */
  private static byte[] padded(String text) {
    var bytes = text.getBytes(UTF_8);
    int missing = (PAIR - bytes.length % PAIR) % PAIR;
    return (text + "0".repeat(missing)).getBytes(UTF_8);
  }

  private static long[] words(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN);
    var words = new long[bytes.length / Integer.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = buffer.getInt() & UNSIGNED;
    }
    return words;
  }

  private static byte[] bytes(long... words) {
    var buffer = ByteBuffer.allocate(words.length * Integer.BYTES).order(LITTLE_ENDIAN);
    for (long word : words) {
      buffer.putInt((int) word);
    }
    return buffer.array();
  }
}
