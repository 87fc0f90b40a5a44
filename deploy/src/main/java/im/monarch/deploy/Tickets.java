package im.monarch.deploy;

import im.monarch.domain.tickets.TicketMint;
import im.monarch.runtime.launch.Wiring;
import io.vertx.core.Future;
import java.time.Duration;

/** The mint that Passport and the notification servers of a service have in common. */
final class Tickets {

  private static final String KEY = "ticket-key";

  /** From the login page to the notification server, which clients do at once. */
  private static final Duration LIFETIME = Duration.ofSeconds(30);

  private Tickets() {}

  static Future<TicketMint> mint(Wiring wiring) {
    return wiring
        .store()
        .secrets()
        .obtain(KEY, TicketMint.KEY_BYTES)
        .map(secret -> new TicketMint(secret, LIFETIME, wiring.store().clock()));
  }
}
