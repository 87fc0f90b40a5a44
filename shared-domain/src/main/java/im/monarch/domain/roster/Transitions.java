package im.monarch.domain.roster;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static im.monarch.protocol.vocabulary.ContactList.RL;

import im.monarch.protocol.vocabulary.Handle;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a change of somebody's address book means to others.
 *
 * @param revealed those on RL who were not admitted and are: an owner who is there appears to them
 * @param concealed those on RL who were admitted and are not: the owner vanishes for them
 * @param added those new to FL: their RL has the owner now
 * @param removed those no longer on FL
 */
public record Transitions(
    Set<Handle> revealed, Set<Handle> concealed, Set<Handle> added, Set<Handle> removed) {

  /** The difference of two states of one address book. */
  public static Transitions between(Roster before, Roster after) {
    var watchers = those(before.on(RL), after.on(RL)::contains);
    return new Transitions(
        those(watchers, other -> !before.admits(other) && after.admits(other)),
        those(watchers, other -> before.admits(other) && !after.admits(other)),
        those(after.on(FL), other -> !before.watches(other)),
        those(before.on(FL), other -> !after.watches(other)));
  }

  private static Set<Handle> those(Set<Handle> handles, Predicate<Handle> condition) {
    var chosen = new TreeSet<Handle>();
    handles.stream().filter(condition).forEach(chosen::add);
    return Collections.unmodifiableSet(chosen);
  }
}
