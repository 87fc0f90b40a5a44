package im.monarch.runtime.management;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What the admin API asks for. Kept as a digest, so that nothing can print it. */
public final class AdminToken {

  private static final int BYTES = 24;

  private final byte[] digest;

  public AdminToken(String text) {
    this.digest = digest(text);
  }

  /** One that nobody knows: the admin API is closed. */
  public static AdminToken unknown() {
    return new AdminToken(freshText());
  }

  /** Text for a new token: 192 random bits. */
  static String freshText() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Compares in a time that tells nothing. */
  boolean matches(String offered) {
    return MessageDigest.isEqual(digest, digest(offered));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
