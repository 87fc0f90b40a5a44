package im.monarch.switchboard.conversation;

import im.monarch.domain.limits.Allowance;
import im.monarch.domain.switchboards.Guest;
import im.monarch.protocol.dialect.Dialect;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.dialect.Opening;
import im.monarch.runtime.connection.ConversationState;
import im.monarch.switchboard.room.Member;
import im.monarch.switchboard.room.Switchboard;
import java.util.Optional;

/**
 * Where a conversation with a switchboard server stands.
 *
 * <pre>
 *  Unknown --USR, ANS--> Present --OUT--> Leaving
 *     '------> Ended <------'----------------'
 * </pre>
 */
public sealed interface SbState extends ConversationState {

  /** The dialect the client speaks with its notification server; there is no VER here. */
  Dialect dialect();

  @Override
  default boolean isEnded() {
    return false;
  }

  @Override
  default boolean isSettled() {
    return false;
  }

  /** Connected; no key shown yet. */
  record Unknown() implements SbState {
    @Override
    public Dialect dialect() {
      return Opening.DIALECT;
    }
  }

  /**
   * In a session.
   *
   * @param failures how often they may still call in vain
   */
  record Present(Dialect dialect, Switchboard switchboard, Member self, Allowance failures)
      implements SbState {

    @Override
    public boolean isSettled() {
      return true;
    }

    /** A dialect that this process does not know is written like the oldest one. */
    static Dialect dialectOf(Guest guest) {
      return Dialects.ALL.named(guest.dialect()).orElse(Opening.DIALECT);
    }
  }

  /** No longer in the session, but what was said before has yet to be told: it counts as heard. */
  record Leaving(Dialect dialect) implements SbState {

    @Override
    public boolean isSettled() {
      return true;
    }
  }

  /**
   * Left, or was shown the door.
   *
   * @param visit what is left to clear up; none if nobody was let in
   */
  record Ended(Dialect dialect, Optional<Present> visit) implements SbState {

    /** The end of a conversation that stood at {@code state}. */
    static Ended after(SbState state) {
      return switch (state) {
        case Ended ended -> ended;
        case Present present -> new Ended(present.dialect(), Optional.of(present));
        case Leaving leaving -> new Ended(leaving.dialect(), Optional.empty());
        case Unknown unknown -> new Ended(unknown.dialect(), Optional.empty());
      };
    }

    @Override
    public boolean isEnded() {
      return true;
    }
  }
}
