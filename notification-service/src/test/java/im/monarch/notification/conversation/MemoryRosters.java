package im.monarch.notification.conversation;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.roster.Fence;
import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.roster.Group;
import im.monarch.domain.roster.Hearsay;
import im.monarch.domain.roster.Principal;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.RosterLimits;
import im.monarch.domain.roster.RosterRules;
import im.monarch.domain.roster.RosterRules.Outcome;
import im.monarch.domain.roster.Rosters;
import im.monarch.domain.roster.Transitions;
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
import java.util.stream.Collectors;

/** Address books in memory; what one owner does to FL shows on the other's RL. */
final class MemoryRosters implements Rosters {

  private final Map<Handle, Roster> kept = new HashMap<>();
  private Optional<Forfeit> forfeited = Optional.empty();
  private Runnable whileEditing = () -> {};
  private Runnable afterLoading = () -> {};
  private boolean away;
  private boolean silent;

  void open(Handle owner, FriendlyName name) {
    kept.put(
        owner,
        new Roster(
            owner,
            name,
            ListVersion.FIRST,
            PrivacyMode.AL,
            PromptMode.A,
            Map.of(),
            List.of(Group.otherContacts(owner)),
            Map.of()));
  }

  void close(Handle owner) {
    kept.remove(owner);
  }

  void goAway() {
    away = true;
  }

  /** Edits are made, and nobody hears that they were. */
  void fallSilent() {
    silent = true;
  }

  /** Sessions edit no more. */
  void forfeit(Forfeit reason) {
    forfeited = Optional.of(reason);
  }

  /** {@code action} happens while an edit is on its way. */
  void whileEditing(Runnable action) {
    whileEditing = action;
  }

  /** {@code action} happens as soon as lists were loaded. */
  void afterLoading(Runnable action) {
    afterLoading = action;
  }

  void comeBack() {
    away = false;
  }

  @Override
  public Future<Optional<Roster>> load(Handle owner) {
    return answer(Optional.ofNullable(kept.get(owner))).onSuccess(lists -> afterLoading.run());
  }

  @Override
  public Future<Optional<Roster>> settled(Handle owner) {
    return load(owner);
  }

  @Override
  public Future<Set<Handle>> admitting(Handle viewer, Collection<Handle> others) {
    return answer(
        others.stream()
            .filter(other -> kept.get(other).admits(viewer))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence) {
    whileEditing.run();
    if (forfeited.isPresent() && fence instanceof Fence.Session) {
      return answer(new Edited.Forfeited(forfeited.get()));
    }
    var before = kept.get(owner);
    var edited =
        switch (RosterRules.apply(before, edit, RosterLimits.DEFAULT, subject(edit))) {
          case Outcome.Changed(var after) -> store(before, after);
          case Outcome.Refused(var reason) -> new Edited.Refused(reason);
        };
    return silent
        ? Future.failedFuture(
            new StoreUnavailableException("silent", new IllegalStateException(), true))
        : answer(edited);
  }

  private Optional<Principal> subject(RosterEdit edit) {
    return switch (edit) {
      case RosterEdit.Add add -> principal(add.contact());
      case RosterEdit.Judge judge -> principal(judge.contact());
      case RosterEdit.Arrange arrange -> principal(arrange.contact());
      default -> Optional.empty();
    };
  }

  private Optional<Principal> principal(Handle handle) {
    return Optional.ofNullable(kept.get(handle))
        .map(roster -> new Principal(roster.name(), roster.properties()));
  }

  private Edited store(Roster before, Roster after) {
    kept.put(after.owner(), after);
    var touched = new HashMap<Handle, ListVersion>();
    for (var other : RosterRules.touched(before, after)) {
      touched.put(other, kept.get(other).version().next());
    }
    var changes = Transitions.between(before, after);
    changes.added().forEach(other -> listed(other, after, touched.get(other)));
    changes.removed().forEach(other -> unlisted(other, after.owner(), touched.get(other)));
    return new Edited.Stored(before, after, touched);
  }

  private void listed(Handle other, Roster by, ListVersion version) {
    kept.computeIfPresent(
        other, (handle, roster) -> Hearsay.listed(roster, by.owner(), by.name(), version));
  }

  private void unlisted(Handle other, Handle by, ListVersion version) {
    kept.computeIfPresent(other, (handle, roster) -> Hearsay.unlisted(roster, by, version));
  }

  private <T> Future<T> answer(T value) {
    return away
        ? Future.failedFuture(
            new StoreUnavailableException("away", new IllegalStateException("unplugged")))
        : Future.succeededFuture(value);
  }
}
