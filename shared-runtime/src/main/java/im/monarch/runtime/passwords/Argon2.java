package im.monarch.runtime.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.domain.accounts.PasswordHash;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.Arrays;

/**
 * Argon2id hashes in PHC form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$digest}, salt and digest
 * in base 64 without padding.
 *
 * @param memory KiB
 * @param salt random, 16 bytes in hashes made here
 */
record Argon2(int memory, int passes, int lanes, String salt) {

  /** What new hashes cost (OWASP's second choice of equal strength: 19 MiB, 2 passes, 1 lane). */
  static final int MEMORY_KIB = 19 * 1024;

  static final int PASSES = 2;
  static final int LANES = 1;
  static final int SALT_BYTES = 16;

  private static final int DIGEST_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** How a new password is hashed. */
  static Argon2 withSalt(byte[] salt) {
    return new Argon2(MEMORY_KIB, PASSES, LANES, text(salt));
  }

  PasswordHash hash(String password) {
    return encoded(digest(password, DIGEST_BYTES));
  }

  private PasswordHash encoded(byte[] digest) {
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(memory, passes, lanes, salt, text(digest)));
  }

  /**
   * Whether {@code kept} is the hash of {@code password}; takes as long whatever differs.
   *
   * @throws IllegalArgumentException if {@code kept} is no such hash
   */
  static boolean matches(PasswordHash kept, String password) {
    var parts = PHC.matcher(kept.encoded());
    if (!parts.matches()) {
      throw new IllegalArgumentException("a password hash that is not Argon2id in PHC form");
    }
    var how =
        new Argon2(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            parts.group(4));
    var expected = Base64.getDecoder().decode(parts.group(5));
    return Arrays.constantTimeAreEqual(expected, how.digest(password, expected.length));
  }

  private byte[] digest(String password, int bytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(Base64.getDecoder().decode(salt))
            .build());
    var digest = new byte[bytes];
    generator.generateBytes(password.getBytes(UTF_8), digest);
    return digest;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
