package im.monarch.conformance.chaos.crowd;

/**
 * What people do, and how often.
 *
 * @param changes of status, in a hundred things
 * @param edits of lists
 * @param talks conversations that are begun; the rest are signs of life
 * @param friends on each side of everybody
 * @param pauseMillis between two things, on average
 */
public record Habits(int changes, int edits, int talks, int friends, int pauseMillis) {

  /** A bit of everything. */
  public static final Habits LIVELY = new Habits(30, 35, 15, 3, 150);

  /** A few who do nothing but put each other on lists. */
  public static final Habits QUARRELSOME = new Habits(0, 95, 0, 2, 2);

  /** A few who block and unblock each other, and would like to know how the others are. */
  public static final Habits SECRETIVE = new Habits(40, 40, 15, 2, 5);
}
