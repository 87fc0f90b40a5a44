package im.monarch.runtime.connection;

/**
 * The client's end of a connection, as a conversation sees it.
 *
 * @param <E> what other sessions can tell this one
 */
public interface Peer<E> {

  /** The client's address as the server sees it, without its port. */
  String host();

  /** The client's port. */
  int port();

  /** Lets the conversation hear {@code news} in a turn of its own. May be called on any thread. */
  void tell(E news);
}
