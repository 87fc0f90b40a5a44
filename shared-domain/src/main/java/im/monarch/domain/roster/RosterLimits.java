package im.monarch.domain.roster;

/**
 * How large an address book may grow.
 *
 * @param contacts on FL; the service's own limit grew from 75 to 600 over the years
 * @param groups group 0 included
 * @param groupNameBytes of the escaped name
 */
public record RosterLimits(int contacts, int groups, int groupNameBytes) {

  /** The documented defaults (protocol notes, 1.6). */
  public static final RosterLimits DEFAULT = new RosterLimits(600, 30, 61);
}
