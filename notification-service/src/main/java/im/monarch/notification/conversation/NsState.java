package im.monarch.notification.conversation;

import im.monarch.domain.accounts.Account;
import im.monarch.domain.legacy.LegacyChallenge;
import im.monarch.domain.roster.Roster;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.tickets.Nonce;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Opening;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.runtime.connection.ConversationState;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a conversation with a notification server stands.
 *
 * <pre>
 *  AwaitingVersion --VER--> Versioned --USR I--> (Md5)Challenged --USR S--> SignedIn
 *         |                     |                      |                      |
 *         '---------------------'------> Ended <-------'----------------------'
 * </pre>
 */
public sealed interface NsState extends ConversationState {

  /** The dialect both sides speak from here on. */
  Dialect dialect();

  @Override
  default boolean isEnded() {
    return false;
  }

  @Override
  default boolean isSettled() {
    return false;
  }

  /** Connected; nothing said yet. */
  record AwaitingVersion() implements NsState {
    @Override
    public Dialect dialect() {
      return Opening.DIALECT;
    }
  }

  /** A dialect is agreed on, CVR0 included; nobody has named themselves. */
  record Versioned(Dialect dialect) implements NsState {}

  /**
   * Somebody has named themselves and owes a ticket for the challenge with {@code nonce}.
   *
   * @param since when they were challenged
   */
  record Challenged(Dialect dialect, Handle handle, Nonce nonce, Instant since)
      implements NsState {}

  /** The same before there were tickets: what is owed is the digest of {@code challenge}. */
  record Md5Challenged(Dialect dialect, Handle handle, LegacyChallenge challenge)
      implements NsState {}

  /**
   * Somebody is signed in.
   *
   * @param self how they appear, and when that was last announced
   * @param sightings whom they have been shown
   * @param progress what their client has done so far
   */
  record SignedIn(
      Dialect dialect,
      Account account,
      Claim claim,
      Roster roster,
      Self self,
      Sightings sightings,
      Progress progress)
      implements NsState {

    @Override
    public boolean isSettled() {
      return true;
    }

    Handle handle() {
      return account.handle();
    }

    SignedIn with(Self changed) {
      return new SignedIn(dialect, account, claim, roster, changed, sightings, progress);
    }

    SignedIn with(Progress changed) {
      return new SignedIn(dialect, account, claim, roster, self, sightings, changed);
    }

    SignedIn with(Roster changed) {
      return new SignedIn(dialect, account, claim, changed, self, sightings, progress);
    }
  }

  /**
   * Said good-bye, or was shown the door.
   *
   * @param session what is left to clear up; none if nobody was signed in, or somebody else is now
   */
  record Ended(Dialect dialect, Optional<SignedIn> session) implements NsState {

    /** The end of a conversation that stood at {@code state}. */
    static Ended after(NsState state) {
      return switch (state) {
        case Ended ended -> ended;
        case SignedIn session -> new Ended(session.dialect(), Optional.of(session));
        default -> new Ended(state.dialect(), Optional.empty());
      };
    }

    @Override
    public boolean isEnded() {
      return true;
    }
  }
}
