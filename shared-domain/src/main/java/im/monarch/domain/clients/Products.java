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

  public Products {
    keys = Map.copyOf(keys);
  }

  /**
   * Whether {@code digest} answers {@code challenge}: the MD5 of challenge and key in lower-case
   * hex, as MSNP6 to MSNP10 have it.
   */
  public boolean accept(String product, String challenge, String digest) {
    var key = keys.get(product);
    return key == null
        ? !strict
        : MessageDigest.isEqual(md5(challenge + key).getBytes(UTF_8), digest.getBytes(UTF_8));
  }

  /** What {@code product} answers {@code challenge} with. */
  public String answer(String product, String challenge) {
    return md5(challenge + keys.getOrDefault(product, ""));
  }

  private static String md5(String text) {
    try {
      var md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
