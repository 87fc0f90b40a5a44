package im.monarch.domain.tickets;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What makes one challenge different from every other; travels in it as {@code tpf}.
 *
 * @param hex 32 lower-case hex digits, 128 random bits
 */
public record Nonce(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  public Nonce {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("nonce: expected 32 lower-case hex digits");
    }
  }

  public static Nonce fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Nonce(HexFormat.of().formatHex(bytes));
  }
}
