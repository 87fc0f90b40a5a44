package im.monarch.domain.sessions;

import im.monarch.protocol.vocabulary.Handle;
import java.util.Collection;

/**
 * Carries news to the live sessions of some accounts. Accounts without a session hear nothing. From
 * one sender to one receiver the order is kept; delivery is not confirmed.
 */
public interface Courier {

  void deliver(News news, Collection<Handle> receivers);
}
