package im.monarch.domain.sessions;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.presence.Whereabouts;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.RingAnswer;
import im.monarch.protocol.vocabulary.Appearance;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.ListVersion;
import im.monarch.protocol.vocabulary.PropertyKey;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one session hears from another. News can be late or double, never misleading. */
public sealed interface News {

  /** Somebody the receiver may see came, or changed. */
  record Appeared(Appearance contact, Moment at) implements News {}

  /** Somebody the receiver may see says something else about themselves, and is else the same. */
  record MessageChanged(Appearance contact, Moment at) implements News {}

  /** Somebody the receiver may have seen is no longer to be seen. */
  record Vanished(Handle contact, Moment at) implements News {}

  /**
   * A node is gone, and these people with it: they are no longer to be seen.
   *
   * @param last when each of them was last announced
   */
  record Departed(Map<Handle, Moment> last) implements News {
    public Departed {
      last = Map.copyOf(last);
    }
  }

  /**
   * Asks whom the receiver follows, in order to look them up for many receivers at once. Stays in
   * the process.
   *
   * @param answer takes the handles; news that nobody hears leaves it open
   */
  record RollCall(Promise<Set<Handle>> answer) implements News {}

  /**
   * What the directory said, some time after the receiver answered the last {@link RollCall}: the
   * receiver mends what differs from it. Stays in the process.
   *
   * @param known those found of the people that many receivers follow, and of the receivers
   */
  record Found(Map<Handle, Whereabouts> known) implements News {}

  /**
   * The account signed in somewhere else.
   *
   * @param epoch of the new session; a session with this epoch or a higher one is not meant
   */
  record TakenOver(long epoch) implements News {}

  /**
   * Somebody put the receiver on their forward list: {@code ADD 0 RL}.
   *
   * @param by who did
   * @param name what they are called now
   * @param version of the receiver's own lists, after it
   */
  record Listed(Handle by, FriendlyName name, ListVersion version) implements News {}

  /** Somebody took the receiver off their forward list: {@code REM 0 RL}. */
  record Unlisted(Handle by, ListVersion version) implements News {}

  /**
   * A contact changed a telephone number or switch the receiver may see: {@code BPR}.
   *
   * @param value escaped; none when cleared
   */
  record PropertyChanged(Handle by, PropertyKey key, Optional<String> value, ListVersion version)
      implements News {}

  /**
   * Somebody invites the receiver to a conversation: {@code RNG}. Stays in the process: the answer
   * travels back by itself.
   *
   * @param answer takes what the session decides; news that nobody hears leaves it open
   */
  record Invited(Invitation invitation, Promise<RingAnswer> answer) implements News {}

  /** The receiver's own lists were changed by somebody else, such as an administrator. */
  record Rearranged(Roster after) implements News {}

  /**
   * Edits by others may not have reached the receiver, as where nodes were cut off from each other:
   * the receiver loads its lists anew. One that cannot does so when it next hears {@link Found}.
   * Stays in the process.
   */
  record ListsInDoubt() implements News {}

  /**
   * The service goes down soon.
   *
   * @param minutes until it does, 1 or more
   */
  record ShutDownSoon(int minutes) implements News {}

  /** The receiver's process ends: they go on at another one. Stays in the process. */
  record MoveOn() implements News {}

  /**
   * The receiver's node may hold no sessions any more ({@link NodeLease}). Stays in the process.
   */
  record LeaseLost() implements News {}

  /**
   * The receiver may have lost its account to a sign-in at its node that did not come about, as
   * nobody heard whether it was claimed ({@link SessionClaims}). It ends, and its client comes
   * back. Stays in the process.
   */
  record ClaimInDoubt() implements News {}

  /** The receiver's account is no more. */
  record AccountClosed() implements News {}
}
