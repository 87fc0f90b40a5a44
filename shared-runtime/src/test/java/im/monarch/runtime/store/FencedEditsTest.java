package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.roster.Forfeit;
import im.monarch.domain.roster.RosterEdit;
import im.monarch.domain.roster.Rosters.Edited;
import im.monarch.domain.sessions.Membership;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Edits of sessions that do not know yet that they are over. */
class FencedEditsTest extends StoreContract {

  @RegisterExtension static final PostgresStore POSTGRES = new PostgresStore();

  private static final NodeId ONE = new NodeId("one");
  private static final NodeId TWO = new NodeId("two");

  private Nodes nodes;
  private Membership one;
  private Membership two;
  private Handle alice;
  private Claim claim;

  @Override
  Store store() {
    return POSTGRES.store();
  }

  @BeforeEach
  void signIn() {
    nodes = new Nodes(store());
    one = nodes.join("one");
    two = nodes.join("two");
    alice = register("alice");
    claim = one.claims().claim(alice, ONE).await();
  }

  @Test
  void theLiveSessionEdits() {
    assertThat(rename(one, claim).await()).isInstanceOf(Edited.Stored.class);
  }

  @Test
  void aSessionThatWasTakenOverChangesNothing() {
    var later = two.claims().claim(alice, TWO).await();

    assertThat(rename(one, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.TAKEN_OVER));

    assertThat(version(alice)).isEqualTo(1);
    assertThat(rename(two, later).await()).isInstanceOf(Edited.Stored.class);
  }

  @Test
  void aSessionWhoseNodeIsDeadChangesNothing() {
    nodes.expire("one");

    assertThat(rename(one, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.LEASE_OVER));

    assertThat(version(alice)).isEqualTo(1);
  }

  @Test
  void aSessionOfAnEarlierTermChangesNothing() {
    nodes.expire("one");
    var again = nodes.join("one");

    assertThat(rename(again, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.LEASE_OVER));
  }

  @Test
  void anEpochThatWasGivenTwiceIsNotItsFormerOwners() {
    nodes.forgetClaim(alice);
    var later = two.claims().claim(alice, TWO).await();
    assertThat(later.epoch()).isEqualTo(claim.epoch());

    assertThat(rename(one, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.TAKEN_OVER));

    assertThat(version(alice)).isEqualTo(1);
    assertThat(rename(two, later).await()).isInstanceOf(Edited.Stored.class);
  }

  @Test
  void anEpochThatWasGivenTwiceIsThatOfTheLaterTerm() {
    nodes.forgetClaim(alice);
    var again = nodes.join("one");
    var later = again.claims().claim(alice, ONE).await();
    assertThat(later.epoch()).isEqualTo(claim.epoch());

    assertThat(rename(one, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.TAKEN_OVER));
  }

  @Test
  void aSessionThatGaveItsAccountUpChangesNothing() {
    assertThat(one.claims().release(claim).await()).isTrue();

    assertThat(rename(one, claim).await()).isEqualTo(new Edited.Forfeited(Forfeit.LEASE_OVER));
  }

  @Test
  void whoeverEditsFromOutsideNeedsNoSession() {
    nodes.expire("one");

    assertThat(store().rosters().edit(alice, renaming()).await()).isInstanceOf(Edited.Stored.class);
  }

  @Test
  void nothingIsAcknowledgedAfterAnotherSessionHasTheAccount() {
    for (int round = 0; round < 30; round++) {
      var held = one.claims().claim(alice, ONE).await();
      var edits = new ArrayList<Future<Edited>>();
      for (int i = 0; i < 6; i++) {
        edits.add(rename(one, held));
      }
      var later = two.claims().claim(alice, TWO);
      for (int i = 0; i < 6; i++) {
        edits.add(rename(one, held));
      }

      later.await();
      long atTakeover = version(alice);
      Future.join(edits).await();

      assertThat(version(alice)).isEqualTo(atTakeover);
      assertThat(stored(edits)).allMatch(version -> version <= atTakeover);
    }
  }

  private static List<Long> stored(List<Future<Edited>> edits) {
    return edits.stream()
        .map(Future::result)
        .filter(Edited.Stored.class::isInstance)
        .map(edited -> ((Edited.Stored) edited).after().version().number())
        .toList();
  }

  private Future<Edited> rename(Membership node, Claim session) {
    return store().rosters().edit(alice, renaming(), node.claims().fence(session));
  }

  private static RosterEdit renaming() {
    return new RosterEdit.RenameSelf(new FriendlyName("Allie"));
  }
}
