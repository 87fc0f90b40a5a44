package im.monarch.domain.sessions;

import im.monarch.domain.sessions.SessionClaims.Claim;
import io.vertx.core.Future;

/** The live sessions of the whole service, wherever they are. */
public interface AllSessions extends Courier {

  /** Tells everybody who is signed in anywhere. */
  void announce(News news);

  /**
   * Ends the session that {@code claim} took the account from, if it is at another node. Completes
   * when that node has done so, or cannot be waited for: it is gone, or its lease will run out.
   * From then on nobody there hears for the account any more. Never fails.
   */
  Future<Void> takeOver(Claim claim);

  /** How many there are, as far as is known here. */
  int count();
}
