package im.monarch.passport.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the open connections of a process. Safe to share between listeners and event loops. */
public final class Doorkeeper {

  private final int most;
  private final int mostPerAddress;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();

  public Doorkeeper(HttpLimits limits) {
    this.most = limits.connections();
    this.mostPerAddress = limits.connectionsPerAddress();
  }

  /** Whether one more from {@code address} may come in; who may has to {@link #leave}. */
  boolean admits(String address) {
    boolean room = all.incrementAndGet() <= most;
    boolean roomForAddress = perAddress.merge(address, 1, Integer::sum) <= mostPerAddress;
    if (room && roomForAddress) {
      return true;
    }
    leave(address);
    return false;
  }

  /** One from {@code address} is gone. */
  void leave(String address) {
    all.decrementAndGet();
    perAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
  }
}
