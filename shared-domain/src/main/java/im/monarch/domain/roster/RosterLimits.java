package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.GroupId;

/**
 * How large an address book may grow.
 *
 * @param contacts on FL; the service's own limit grew from 75 to 600 over the years
 * @param groups group 0 included, 1 to 30
 * @param groupNameBytes of the escaped name of a new group, 1 to 387
 */
public record RosterLimits(int contacts, int groups, int groupNameBytes) {

  /** The documented defaults (protocol notes, 1.6). */
  public static final RosterLimits DEFAULT = new RosterLimits(600, 30, 61);

  /** REG takes longer names than ADG (protocol notes, 1.6). */
  private static final int RENAMED_GROUP_BYTES = 127;

  public RosterLimits {
    expect("contacts", contacts, 0, Integer.MAX_VALUE);
    expect("groups", groups, 1, GroupId.COUNT);
    expect("groupNameBytes", groupNameBytes, 1, FriendlyName.MAX_BYTES);
  }

  /** Longest name that a group can be given later, in bytes of its escaped form. */
  public int renamedGroupBytes() {
    return Math.max(groupNameBytes, RENAMED_GROUP_BYTES);
  }

  private static void expect(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + ".." + most + ')');
    }
  }
}
