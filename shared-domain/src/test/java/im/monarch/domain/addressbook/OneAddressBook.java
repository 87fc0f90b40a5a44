package im.monarch.domain.addressbook;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Hearsay;
import im.monarch.domain.roster.Principal;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.domain.roster.RosterRules;
import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.domain.roster.Rosters;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PrivacyMode;
import im.monarch.protocol.vocabulary.PromptMode;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The address book of one account, kept in memory; everybody else has an account and no more. */
final class OneAddressBook implements Rosters {

  /** What everybody else's version is after any change. */
  static final ListVersion VERSION_OF_OTHERS = new ListVersion(52);

  private Roster kept;
  private boolean broken;
  private boolean silent;

  OneAddressBook(Handle owner) {
    this.kept = empty(owner);
  }

  private static Roster empty(Handle owner) {
    return new Roster(
        owner,
        FriendlyName.of(owner),
        ListVersion.FIRST,
        PrivacyMode.AL,
        PromptMode.A,
        Map.of(),
        List.of(Group.otherContacts(owner)),
        Map.of());
  }

  void addWatcher(Handle other) {
    kept = Hearsay.listed(kept, other, FriendlyName.of(other), kept.version().next());
  }

  void breakDown() {
    broken = true;
  }

  /** Does what it is asked, and nobody hears of it. */
  void fallSilent() {
    silent = true;
  }

  @Override
  public Future<Optional<Roster>> load(Handle owner) {
    return Future.succeededFuture(Optional.of(kept).filter(roster -> roster.owner().equals(owner)));
  }

  @Override
  public Future<Optional<Roster>> settled(Handle owner) {
    return Future.succeededFuture(Optional.of(kept.owner().equals(owner) ? kept : empty(owner)));
  }

  @Override
  public Future<Set<Handle>> admitting(Handle viewer, Collection<Handle> others) {
    return Future.succeededFuture(Set.copyOf(others));
  }

  @Override
  public Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence) {
    if (broken) {
      return Future.failedFuture(
          new StoreUnavailableException("away", new IllegalStateException()));
    }
    var other = new Principal(new FriendlyName("Bob"), Map.of());
    var edited =
        switch (RosterRules.apply(kept, edit, RosterLimits.DEFAULT, Optional.of(other))) {
          case Outcome.Changed(var after) -> store(after);
          case Outcome.Refused(var reason) -> new Edited.Refused(reason);
        };
    return silent
        ? Future.failedFuture(
            new StoreUnavailableException("silent", new IllegalStateException(), true))
        : Future.succeededFuture(edited);
  }

  private Edited store(Roster after) {
    var before = kept;
    kept = after;
    var touched = new HashMap<Handle, ListVersion>();
    RosterRules.touched(before, after).forEach(one -> touched.put(one, VERSION_OF_OTHERS));
    return new Edited.Stored(before, after, touched);
  }
}
