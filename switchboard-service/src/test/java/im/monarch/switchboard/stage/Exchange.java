package im.monarch.switchboard.stage;

import im.monarch.domain.limits.Rate;
import im.monarch.domain.presence.LocalDirectory;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.KeyRing;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.switchboard.conversation.SbServices;
import im.monarch.switchboard.room.Hall;
import java.time.Clock;
import java.time.Duration;

/** A switchboard server without a port. */
public final class Exchange {

  public static final Duration KEY_LIFETIME = Duration.ofMinutes(2);
  public static final HostPort ADDRESS = new HostPort("127.0.0.1", 1865);

  private static final int FAILED_CALLS = 5;

  private final FakeBell bell = new FakeBell();
  private final Hall hall;
  private final KeyRing keys;

  public Exchange(int maxMembers, Clock clock) {
    this.hall = new Hall(maxMembers, KEY_LIFETIME, clock);
    this.keys = new KeyRing(KEY_LIFETIME, clock);
  }

  public FakeBell bell() {
    return bell;
  }

  public Hall hall() {
    return hall;
  }

  public KeyRing keys() {
    return keys;
  }

  /** A key for {@code name} to begin a session with. */
  public Key keyFor(String name) {
    return keys.issue(People.handle(name), new Beginning(People.guest(name)));
  }

  public SbServices services() {
    return new SbServices(
        hall, keys, new LocalDirectory(), bell, () -> ADDRESS, new Rate(0.001, FAILED_CALLS));
  }
}
