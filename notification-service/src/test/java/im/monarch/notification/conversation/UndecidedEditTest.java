package im.monarch.notification.conversation;

import static im.monarch.protocol.vocabulary.ContactList.FL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits that are answered with 603 and happen all the same. */
class UndecidedEditTest {

  private final Town town = Town.of("alice", "bob");
  private Caller alice;
  private Caller bob;

  @BeforeEach
  void bobSeesAlice() {
    town.where("bob", "alice", FL);
    alice = town.online("alice");
    alice.says("SYN 8 0");
    bob = town.online("bob");
    bob.says("SYN 8 0");
    town.rosters.fallSilent();
  }

  @Test
  void whoeverIsBlockedThatWaySeesTheOwnerGo() {
    assertThat(alice.says("ADD 9 BL bob@example.com Bob")).containsExactly("603 9");

    assertThat(alice.hears()).containsExactly("ADD 0 BL 3 bob@example.com Bob");
    assertThat(bob.hears()).containsExactly("FLN alice@example.com");
  }

  @Test
  void whoeverIsFollowedThatWayIsTold() {
    assertThat(alice.says("ADD 9 FL bob@example.com Bob 0")).containsExactly("603 9");

    assertThat(bob.hears()).containsExactly("ADD 0 RL 3 alice@example.com Alice");
  }

  @Test
  void whoeverIsFollowedThatWayIsSeen() {
    alice.says("ADD 9 FL bob@example.com Bob 0");
    bob.hears();

    assertThat(alice.hears())
        .containsExactly("ADD 0 FL 3 bob@example.com Bob 0", "NLN NLN bob@example.com Bob 7");
  }

  @Test
  void whoeverIsFollowedNoMoreThatWayIsTold() {
    assertThat(bob.says("REM 9 FL alice@example.com")).containsExactly("603 9");

    assertThat(alice.hears()).containsExactly("REM 0 RL 3 bob@example.com");
    assertThat(bob.hears()).containsExactly("REM 0 FL 3 alice@example.com");
  }
}
