package im.monarch.domain.tickets;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The challenge of USR TWN: opaque to official clients, which append it to their login; others pick
 * keys from it and fail without {@code lc} or {@code ct}, so all ten are there (notes, 5.3).
 */
public final class Challenge {

  private static final Pattern TPF =
      Pattern.compile("(?:^|[,&?;])\\s*tpf=([0-9a-f]{32})(?:[,&;\\s]|$)");

  private Challenge() {}

  /** The challenge that carries {@code nonce}: one word. */
  public static String text(Nonce nonce, Instant now) {
    return "lc=1033,id=507,tw=40,fs=1,ru=http%3A%2F%2Fmessenger%2Emsn%2Ecom,ct="
        + now.getEpochSecond()
        + ",kpp=1,kv=11,ver=2.1.0173.1,tpf="
        + nonce.hex();
  }

  /**
   * The nonce in a challenge, or in whatever a client made of it: keys in another order, ampersands
   * instead of commas (those escaped too), a question mark before it.
   */
  public static Optional<Nonce> nonce(String text) {
    var tpf = TPF.matcher(text);
    return tpf.find() ? Optional.of(new Nonce(tpf.group(1))) : Optional.empty();
  }
}
