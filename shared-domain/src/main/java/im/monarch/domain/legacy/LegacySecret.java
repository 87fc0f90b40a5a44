package im.monarch.domain.legacy;

import java.nio.charset.StandardCharsets;

/**
 * What somebody types as password into a client of MSNP2 to MSNP7. Not the password of the account:
 * a server has to be able to read it, so whoever steals both store and key has it too.
 *
 * @param text 1 to {@value #MAX_BYTES} bytes
 */
public record LegacySecret(String text) {

  public static final int MAX_BYTES = 256;

  public LegacySecret {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "legacy secret: " + bytes + " bytes (expected: 1.." + MAX_BYTES + ')');
    }
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "LegacySecret[***]";
  }
}
