package im.monarch.conformance.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that challenges are answered with. */
public final class Md5 {

  private Md5() {}

  /** In lower-case hexadecimal digits, as on the wire. */
  public static String hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a Java without MD5", e);
    }
  }
}
