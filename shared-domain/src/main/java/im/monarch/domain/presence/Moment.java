package im.monarch.domain.presence;

import java.util.Comparator;

/**
 * When somebody's presence was announced, so that late news can be told from new.
 *
 * @param epoch of the session that announced it
 * @param sequence counts the announcements of that session from 0
 */
public record Moment(long epoch, long sequence) implements Comparable<Moment> {

  /** Before anything was announced. */
  public static final Moment NEVER = new Moment(-1, -1);

  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::epoch).thenComparingLong(Moment::sequence);

  public Moment next() {
    return new Moment(epoch, sequence + 1);
  }

  public boolean isAfter(Moment other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }
}
