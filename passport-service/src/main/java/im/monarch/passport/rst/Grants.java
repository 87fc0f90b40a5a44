package im.monarch.passport.rst;

import im.monarch.domain.tickets.Challenge;
import im.monarch.domain.tickets.TicketMint;
import im.monarch.passport.rst.Grant.Kind;
import im.monarch.passport.rst.RstRequest.Wanted;
import im.monarch.protocol.vocabulary.Handle;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * What is given to whom. Only a ticket for {@code messenger.msn.com} opens something here. Every
 * other service gets a random token, because clients ask for a bundle of them and want all: it is
 * good for nothing until there is such a service.
 */
final class Grants {

  private static final String KEY_SERVICE = "http://passport.net/tb";
  private static final String MESSENGER = "messenger.msn.com";

  /** Where later dialects sign in; a challenge of ours counts there too, its absence does not. */
  private static final Set<String> SIGN_IN = Set.of(MESSENGER, "messengerclear.live.com");

  /**
   * What the service of the time said of tickets. Ours end sooner; but clients compare this with a
   * clock of their own, which may be wrong, and present a ticket at once anyway.
   */
  private static final Duration TICKET = Duration.ofSeconds(500);

  private static final Duration OTHERS = Duration.ofHours(24);
  private static final int TOKEN_BYTES = 48;
  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TicketMint mint;

  Grants(TicketMint mint) {
    this.mint = mint;
  }

  /** Whether a challenge is claimed that no notification server of ours has given. */
  static boolean hasBadChallenge(Wanted wanted) {
    var policy = wanted.policy().orElse("");
    return isFor(wanted, SIGN_IN) && policy.contains("tpf=") && Challenge.nonce(policy).isEmpty();
  }

  /** One for each. */
  List<Grant> to(Handle handle, List<Wanted> wanted) {
    return wanted.stream().map(each -> grant(handle, each)).toList();
  }

  private Grant grant(Handle handle, Wanted wanted) {
    var policy = wanted.policy().orElse("");
    var nonce = Challenge.nonce(policy);
    if (isFor(wanted, SIGN_IN) && nonce.isPresent()) {
      return ticket(wanted, mint.issue(handle, nonce.get()));
    }
    if (isFor(wanted, Set.of(MESSENGER)) && policy.startsWith("?")) {
      return ticket(wanted, mint.issueWithoutChallenge(handle));
    }
    if (isFor(wanted, Set.of(KEY_SERVICE))) {
      return new Grant(wanted.number(), wanted.address(), Kind.KEY, random(TOKEN_BYTES), OTHERS);
    }
    return new Grant(
        wanted.number(), wanted.address(), kind(policy), wrapped(random(TOKEN_BYTES)), OTHERS);
  }

  private static Grant ticket(Wanted wanted, String ticket) {
    return new Grant(wanted.number(), wanted.address(), Kind.TICKET, wrapped(ticket), TICKET);
  }

  private static Kind kind(String policy) {
    if (policy.startsWith("MBI_KEY")) {
      return Kind.COMPACT_WITH_SECRET;
    }
    return policy.startsWith("?") ? Kind.TICKET : Kind.COMPACT;
  }

  /** Clients cut it at the ampersand and count on a second part. */
  private static String wrapped(String token) {
    return "t=" + token + "&p=";
  }

  private static boolean isFor(Wanted wanted, Set<String> services) {
    return services.stream().anyMatch(wanted.address()::equalsIgnoreCase);
  }

  /** The key that proves possession of a token; nothing here asks for the proof. */
  static String secret() {
    return random(SECRET_BYTES);
  }

  /** Base64 of random bytes, without the letters that need escaping somewhere. */
  private static String random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes).replace('+', 'A').replace('/', 'B');
  }
}
