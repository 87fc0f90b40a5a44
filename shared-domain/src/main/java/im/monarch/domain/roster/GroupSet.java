package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.GroupId;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Some groups of one account as bits of one number, because there is such a set for every contact
 * of everybody who is signed in. Sets of one group, by far the most, are shared.
 */
@SuppressWarnings("JdkObsolete") // nobody needs what a NavigableSet adds
final class GroupSet extends AbstractSet<GroupId> implements SortedSet<GroupId> {

  private static final GroupId[] IDS =
      IntStream.range(0, GroupId.COUNT).mapToObj(GroupId::new).toArray(GroupId[]::new);
  private static final GroupSet NONE = new GroupSet(0);
  private static final GroupSet[] SINGLE =
      IntStream.range(0, GroupId.COUNT)
          .mapToObj(number -> new GroupSet(1 << number))
          .toArray(GroupSet[]::new);

  private final int mask;

  private GroupSet(int mask) {
    this.mask = mask;
  }

  static SortedSet<GroupId> of(Collection<GroupId> groups) {
    return ofMask(mask(groups));
  }

  /** The groups whose bits are set: bit n for group n. */
  static SortedSet<GroupId> ofMask(int mask) {
    if (mask == 0) {
      return NONE;
    }
    return Integer.bitCount(mask) == 1
        ? SINGLE[Integer.numberOfTrailingZeros(mask)]
        : new GroupSet(mask);
  }

  static int mask(Collection<GroupId> groups) {
    if (groups instanceof GroupSet set) {
      return set.mask;
    }
    return groups.stream().mapToInt(group -> 1 << group.number()).reduce(0, (a, b) -> a | b);
  }

  @Override
  public boolean contains(Object candidate) {
    return candidate instanceof GroupId group && (mask & 1 << group.number()) != 0;
  }

  @Override
  public int size() {
    return Integer.bitCount(mask);
  }

  @Override
  public Iterator<GroupId> iterator() {
    return IntStream.range(0, GroupId.COUNT)
        .filter(number -> (mask & 1 << number) != 0)
        .mapToObj(number -> IDS[number])
        .iterator();
  }

  @Override
  public Comparator<? super GroupId> comparator() {
    return null;
  }

  @Override
  public GroupId first() {
    return IDS[notEmpty(Integer.numberOfTrailingZeros(mask))];
  }

  @Override
  public GroupId last() {
    return IDS[notEmpty(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(mask))];
  }

  @Override
  public SortedSet<GroupId> headSet(GroupId to) {
    return ofMask(mask & below(to));
  }

  @Override
  public SortedSet<GroupId> tailSet(GroupId from) {
    return ofMask(mask & ~below(from));
  }

  @Override
  public SortedSet<GroupId> subSet(GroupId from, GroupId to) {
    return ofMask(mask & below(to) & ~below(from));
  }

  private static int below(GroupId group) {
    return (1 << group.number()) - 1;
  }

  private int notEmpty(int number) {
    if (mask == 0) {
      throw new NoSuchElementException("in no group");
    }
    return number;
  }
}
