package im.monarch.conformance.chaos.crowd;

import java.net.InetSocketAddress;

/** How people find a server. */
public interface Entrance {

  /** A dispatch server. */
  Destination dispatch();

  /** The notification server of that name. */
  Destination notification(String node);

  /** Whoever listens there. */
  Destination at(InetSocketAddress address);

  /**
   * A ticket from Passport.
   *
   * @throws RuntimeException when Passport refuses or cannot be reached
   */
  String ticket(String handle, String challenge);
}
