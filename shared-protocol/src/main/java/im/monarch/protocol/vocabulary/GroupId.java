package im.monarch.protocol.vocabulary;

/**
 * Number of a group of one account, as MSNP7 to MSNP9 write it.
 *
 * @param number 0 to 29; 0 is the group every account has ("Other Contacts"); 30 stands for every
 *     number above, which a client may write but no group can have
 */
public record GroupId(int number) implements Comparable<GroupId> {

  /** How many groups an account can have, the permanent one included. */
  public static final int COUNT = 30;

  /** The group that cannot be removed. */
  public static final GroupId OTHER_CONTACTS = new GroupId(0);

  public GroupId {
    if (number < 0 || number > COUNT) {
      throw new IllegalArgumentException("group: " + number + " (expected: 0.." + COUNT + ')');
    }
  }

  public static GroupId parse(String word) {
    long number = Decimals.parse("group", word);
    return new GroupId((int) Math.min(number, COUNT));
  }

  /** Whether an account can have such a group at all. */
  public boolean isPossible() {
    return number < COUNT;
  }

  @Override
  public int compareTo(GroupId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
