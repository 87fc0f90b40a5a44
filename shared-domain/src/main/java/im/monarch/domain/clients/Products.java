package im.monarch.domain.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The keys of known client products, which answer challenges with them (protocol notes, 3.6.6).
 *
 * @param keys by product id
 * @param strict whether a product that is not among them fails; by default it passes
 */
public record Products(Map<String, String> keys, boolean strict) {

  /** How key and challenge are put together; the dialect says which it is. */
  public enum Form {
    /** MD5 of both. */
    DIGEST,
    /** The same, mixed with challenge and product id. */
    MIXED_DIGEST
  }

  public Products {
    keys = Map.copyOf(keys);
  }

  /** Whether {@code digest}, in lower-case hex, answers {@code challenge}. */
  public boolean accept(Form form, String product, String challenge, String digest) {
    return keys.containsKey(product)
        ? MessageDigest.isEqual(
            answer(form, product, challenge).getBytes(UTF_8), digest.getBytes(UTF_8))
        : !strict;
  }

  /** What {@code product} answers {@code challenge} with. */
  public String answer(Form form, String product, String challenge) {
    var md5 = md5(challenge + keys.getOrDefault(product, ""));
    return HexFormat.of()
        .formatHex(
            switch (form) {
              case DIGEST -> md5;
              case MIXED_DIGEST -> MixedDigest.of(md5, challenge + product);
            });
  }

  private static byte[] md5(String text) {
    try {
      var md5 = MessageDigest.getInstance("MD5");
      return md5.digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
