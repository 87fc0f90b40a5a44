package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where address books are kept. Futures fail with {@link
 * im.monarch.domain.accounts.StoreUnavailableException} and nothing else.
 */
public interface Rosters {

  /** The outcome of an edit. */
  sealed interface Edited {

    /**
     * Committed.
     *
     * @param before the owner's address book as the edit found it
     * @param after as it left it, one version higher
     * @param touched other accounts whose version went up with it, and to what: those whose RL
     *     changed, and those who see a changed property
     */
    record Stored(Roster before, Roster after, Map<Handle, ListVersion> touched)
        implements Edited {}

    /** Against the rules; nothing changed. */
    record Refused(EditRefusal reason) implements Edited {}

    /** The session that edits is over; nothing changed. */
    record Forfeited(Forfeit reason) implements Edited {}
  }

  /** The whole address book of an account, in one round trip. Empty for an unknown account. */
  Future<Optional<Roster>> load(Handle owner);

  /**
   * The same when nothing that is under way can change it any more: waits for edits whose outcome
   * nobody knows, and for a store that does not answer, for as long as that takes.
   */
  Future<Optional<Roster>> settled(Handle owner);

  /**
   * Those of {@code others} who admit {@code viewer} ({@link Roster#admits}), in one round trip.
   */
  Future<Set<Handle>> admitting(Handle viewer, Collection<Handle> others);

  /**
   * Makes one change in one transaction, committed before the future succeeds.
   *
   * @param fence what has to hold when it is committed
   */
  Future<Edited> edit(Handle owner, RosterEdit edit, Fence fence);

  /** An edit that comes from no session. */
  default Future<Edited> edit(Handle owner, RosterEdit edit) {
    return edit(owner, edit, Fence.NONE);
  }
}
