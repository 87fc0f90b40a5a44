package im.monarch.conformance.chaos.crowd;

import java.net.InetSocketAddress;
import java.util.List;

/** How people find a server. */
public interface Entrance {

  /** The dispatch servers that are there, in the order in which {@code handle} tries them. */
  List<Destination> dispatch(String handle);

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
