package im.monarch.domain.switchboards;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What opens a switchboard session, once. Means nothing to anybody but the node that issued it.
 *
 * @param text one word; 128 random bits where it was issued here, anything where a client sent it
 */
public record Key(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  public static Key fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Key(HexFormat.of().formatHex(bytes));
  }

  /** A key opens a session in somebody's name: never in a log. */
  @Override
  public String toString() {
    return "Key[***]";
  }
}
