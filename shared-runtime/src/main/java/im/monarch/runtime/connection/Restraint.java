package im.monarch.runtime.connection;

import im.monarch.domain.limits.Allowance;
import java.util.Optional;

/** Notes how much one client has said, and for how long it should not be read any further. */
final class Restraint {

  private record Allowances(Allowance requests, Allowance bytes) {}

  private final Optional<Allowances> allowances;

  Restraint(Optional<Pace> pace, long now) {
    this.allowances =
        pace.map(
            it ->
                new Allowances(new Allowance(it.requests(), now), new Allowance(it.bytes(), now)));
  }

  /** Yields how long to wait, in nanoseconds, after {@code bytes} more were read. */
  long read(int bytes, long now) {
    return allowances.isEmpty() ? 0 : allowances.get().bytes().use(bytes, now);
  }

  /** Yields how long to wait, in nanoseconds, after one more request. */
  long asked() {
    return allowances.isEmpty() ? 0 : allowances.get().requests().use(1, System.nanoTime());
  }
}
