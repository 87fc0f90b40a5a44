package im.monarch.conformance.stage;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the client of MSNP11 answers a challenge with (protocol notes, 3.6.6), in numbers without a
 * limit, so that nothing can overflow unnoticed.
 */
final class MixedDigest {

  private static final String PRODUCT = "PROD0090YUAUV{2B";
  private static final String KEY = "YMM8C_H7KCQ2S_KL";
  private static final BigInteger MODULUS = BigInteger.valueOf(0x7FFFFFFFL);
  private static final BigInteger FACTOR = BigInteger.valueOf(0x0E79A9C1L);

  private MixedDigest() {}

  static String of(String challenge) {
    var md5 = md5(challenge + KEY);
    var text = new StringBuilder(challenge + PRODUCT);
    while (text.length() % 8 != 0) {
      text.append('0');
    }
    var words = text.toString().getBytes(StandardCharsets.US_ASCII);
    var high = BigInteger.ZERO;
    var low = BigInteger.ZERO;
    for (int i = 0; i < words.length; i += 8) {
      var sum = word(words, i).multiply(FACTOR).mod(MODULUS).add(high);
      sum = sum.multiply(half(md5, 0)).add(half(md5, 4)).mod(MODULUS);
      high = word(words, i + 4).add(sum).mod(MODULUS);
      high = high.multiply(half(md5, 8)).add(half(md5, 12)).mod(MODULUS);
      low = low.add(high).add(sum);
    }
    int first = high.add(half(md5, 4)).mod(MODULUS).intValue();
    int second = low.add(half(md5, 12)).mod(MODULUS).intValue();
    var answer = ByteBuffer.wrap(md5).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < md5.length; i += 4) {
      answer.putInt(i, answer.getInt(i) ^ (i % 8 == 0 ? first : second));
    }
    return HexFormat.of().formatHex(answer.array());
  }

  private static BigInteger half(byte[] bytes, int from) {
    return word(bytes, from).and(MODULUS);
  }

  private static BigInteger word(byte[] bytes, int from) {
    int word = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
    return BigInteger.valueOf(Integer.toUnsignedLong(word));
  }

  private static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a Java without MD5", e);
    }
  }
}
