package im.monarch.domain.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The challenge of USR MD5, which is answered by the digest of it and the secret (protocol notes,
 * 5.1). Each is used once: an answer that somebody overheard is good for nothing. A server that
 * sends the salt of a stored digest instead sends the same challenge for ever.
 *
 * @param text one word, {@code 1013928519.693957190412345678}: seconds and a random number
 */
public record LegacyChallenge(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long NUMBERS = 1_000_000_000_000_000_000L;

  /** What is compared with where there is no secret: the same steps, and never right. */
  private static final LegacySecret NOBODY = new LegacySecret(Long.toHexString(RANDOM.nextLong()));

  public static LegacyChallenge fresh(Instant now) {
    return new LegacyChallenge(
        "%d.%018d".formatted(now.getEpochSecond(), RANDOM.nextLong(NUMBERS)));
  }

  /**
   * Whether {@code digest} is the answer of somebody who knows {@code secret}; compares in constant
   * time.
   *
   * @param secret none for an account that cannot sign in so, or is none: takes the same steps
   */
  public boolean isAnsweredBy(String digest, Optional<LegacySecret> secret) {
    var expected = answer(secret.orElse(NOBODY)).getBytes(UTF_8);
    var given = digest.toLowerCase(Locale.ROOT).getBytes(UTF_8);
    return MessageDigest.isEqual(expected, given) && secret.isPresent();
  }

  /** 32 lower-case hex digits. */
  String answer(LegacySecret secret) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      digest.update(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(secret.text().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
