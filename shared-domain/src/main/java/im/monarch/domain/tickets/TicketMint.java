package im.monarch.domain.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.Handle;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks tickets. The alphabet is letters, digits, {@code *}, {@code !} and {@code $}:
 * clients split the header that carries a ticket at commas and quotes, and copy it verbatim.
 *
 * <p>Layout: base64 of {@code handle LF nonce LF expiry}, {@code $}, base64 of its HMAC-SHA256.
 */
public final class TicketMint {

  /** How long the secret key is, in bytes. */
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAX_LENGTH = 1_024;

  private final SecretKeySpec key;
  private final Duration lifetime;
  private final Clock clock;

  /**
   * @param secret {@value #KEY_BYTES} random bytes, the same in every process of the service
   * @param lifetime from the login page to the notification server; half a minute is plenty
   */
  public TicketMint(byte[] secret, Duration lifetime, Clock clock) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** A ticket for {@code handle}, good on the connection that was challenged with {@code nonce}. */
  public String issue(Handle handle, Nonce nonce) {
    long expiry = clock.instant().plus(lifetime).getEpochSecond();
    var body = encode((handle + "\n" + nonce.hex() + "\n" + expiry).getBytes(UTF_8));
    return body + '$' + encode(sign(body));
  }

  /**
   * Whether {@code ticket} was issued here for {@code handle} and {@code nonce}, and still holds.
   */
  public boolean accepts(String ticket, Handle handle, Nonce nonce) {
    int dollar = ticket.indexOf('$');
    if (dollar < 0 || ticket.length() > MAX_LENGTH) {
      return false;
    }
    var body = ticket.substring(0, dollar);
    var signature = ticket.substring(dollar + 1);
    return isSame(signature, encode(sign(body))) && holds(decode(body), handle, nonce);
  }

  /**
   * Compares the text, of which there is one, in constant time: base64 has several for some bytes.
   */
  private static boolean isSame(String given, String ours) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), ours.getBytes(UTF_8));
  }

  private boolean holds(String body, Handle handle, Nonce nonce) {
    var parts = body.split("\n", -1);
    return parts.length == 3
        && parts[0].equals(handle.address())
        && parts[1].equals(nonce.hex())
        && clock.instant().getEpochSecond() <= Long.parseLong(parts[2]);
  }

  private byte[] sign(String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Base64 with the two letters that tickets of the time had instead of plus and slash. */
  private static String encode(byte[] bytes) {
    var text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return text.replace('+', '*').replace('/', '!');
  }

  private static String decode(String text) {
    var bytes = Base64.getDecoder().decode(text.replace('*', '+').replace('!', '/'));
    return new String(bytes, UTF_8);
  }
}
