package im.monarch.domain.tickets;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.vocabulary.Handle;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks tickets. The alphabet is letters, digits, {@code *}, {@code !} and {@code $}:
 * clients split the header that carries a ticket at commas and quotes, and copy it verbatim.
 *
 * <p>Layout: base64 of {@code handle LF nonce LF expiry}, {@code $}, base64 of its HMAC-SHA256. A
 * ticket without a challenge has a random serial instead of the nonce, and behind the expiry the
 * moment it was issued: neither passes for the other. Safe to share.
 */
public final class TicketMint {

  /** How long the secret key is, in bytes. */
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAX_LENGTH = 1_024;

  private static final int MOST_SPENT = 20_000;

  /** How far the clocks of Passport and of a notification server may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final SecretKeySpec key;
  private final Duration lifetime;
  private final Clock clock;
  private final SpentTickets spent = new SpentTickets(MOST_SPENT);

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
    return signed(handle + "\n" + nonce.hex() + "\n" + expiry());
  }

  /**
   * A ticket for {@code handle} and a client that does not pass on the challenge: good once, and
   * only on a connection that is waiting for it already.
   */
  public String issueWithoutChallenge(Handle handle) {
    var serial = Nonce.fresh().hex();
    return signed(handle + "\n" + serial + "\n" + expiry() + "\n" + clock.millis());
  }

  /**
   * Whether {@code ticket} was issued here for {@code handle} and {@code nonce}, and still holds.
   */
  public boolean accepts(String ticket, Handle handle, Nonce nonce) {
    var parts = genuine(ticket);
    return parts.size() == 3 && parts.get(1).equals(nonce.hex()) && holds(parts, handle);
  }

  /**
   * Whether {@code ticket} was issued without a challenge for {@code handle}, still holds, is later
   * than the challenge of the connection it came on, and comes for the first time: it is spent with
   * that.
   *
   * @param challenged when that connection got its challenge
   */
  public boolean redeems(String ticket, Handle handle, Instant challenged) {
    var parts = genuine(ticket);
    return parts.size() == 4
        && holds(parts, handle)
        && Instant.ofEpochMilli(Long.parseLong(parts.get(3))).isAfter(challenged.minus(SKEW))
        && spent.spend(parts.get(1), Long.parseLong(parts.get(2)), clock.instant());
  }

  /** What was signed here, line by line; nothing for everything else. */
  private List<String> genuine(String ticket) {
    int dollar = ticket.indexOf('$');
    if (dollar < 0 || ticket.length() > MAX_LENGTH) {
      return List.of();
    }
    var body = ticket.substring(0, dollar);
    var signature = ticket.substring(dollar + 1);
    return isSame(signature, encode(sign(body)))
        ? List.of(decode(body).split("\n", -1))
        : List.of();
  }

  private boolean holds(List<String> parts, Handle handle) {
    return parts.getFirst().equals(handle.address())
        && clock.instant().getEpochSecond() <= Long.parseLong(parts.get(2));
  }

  /**
   * Compares the text, of which there is one, in constant time: base64 has several for some bytes.
   */
  private static boolean isSame(String given, String ours) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), ours.getBytes(UTF_8));
  }

  private long expiry() {
    return clock.instant().plus(lifetime).getEpochSecond();
  }

  private String signed(String content) {
    var body = encode(content.getBytes(UTF_8));
    return body + '$' + encode(sign(body));
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
