package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.monarch.domain.accounts.StoreUnavailableException;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.Membership;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlSessionClaimsTest extends StoreContract {

  @RegisterExtension static final PostgresStore POSTGRES = new PostgresStore();

  private static final NodeId ONE = new NodeId("one");
  private static final NodeId TWO = new NodeId("two");
  private static final int CROWD = 20;
  private static final int ROUNDS = 40;

  private Nodes nodes;
  private Membership one;
  private Membership two;
  private Handle alice;

  @Override
  Store store() {
    return POSTGRES.store();
  }

  @BeforeEach
  void join() {
    nodes = new Nodes(store());
    one = nodes.join("one");
    two = nodes.join("two");
    alice = register("alice");
  }

  @Test
  void theFirstClaimIsTakenFromNobody() {
    var claim = one.claims().claim(alice, ONE).await();

    assertThat(claim.epoch()).isPositive();
    assertThat(claim.node()).isEqualTo(ONE);
    assertThat(claim.takenFrom()).isEmpty();
    assertThat(one.claims().stands(claim)).isTrue();
  }

  @Test
  void aLaterClaimIsHigherAndNamesWhoLost() {
    var first = one.claims().claim(alice, ONE).await();

    var second = two.claims().claim(alice, TWO).await();
    var third = two.claims().claim(alice, TWO).await();

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(second.takenFrom()).contains(ONE);
    assertThat(third.epoch()).isGreaterThan(second.epoch());
    assertThat(third.takenFrom()).contains(TWO);
  }

  @Test
  void anAccountThatIsMadeAgainHasLaterClaimsThanTheFormerOne() {
    one.claims().claim(alice, ONE).await();
    var last = two.claims().claim(alice, TWO).await();

    assertThat(store().accounts().remove(alice).await()).isTrue();
    register("alice");

    assertThat(one.claims().claim(alice, ONE).await().epoch()).isGreaterThan(last.epoch());
  }

  @Test
  void nothingIsTakenFromANodeThatIsDead() {
    var claim = one.claims().claim(alice, ONE).await();
    nodes.expire("one");

    var second = two.claims().claim(alice, TWO).await();

    assertThat(second.takenFrom()).isEmpty();
    assertThat(second.epoch()).isGreaterThan(claim.epoch());
  }

  @Test
  void nothingIsTakenFromAnEarlierTermOfANode() {
    var claim = one.claims().claim(alice, ONE).await();
    var again = nodes.join("one");

    var second = again.claims().claim(alice, ONE).await();

    assertThat(second.takenFrom()).isEmpty();
    assertThat(second.term()).isGreaterThan(claim.term());
  }

  @Test
  void whatWasReleasedIsTakenFromNobody() {
    var claim = one.claims().claim(alice, ONE).await();

    assertThat(one.claims().release(claim).await()).isTrue();

    assertThat(two.claims().claim(alice, TWO).await().takenFrom()).isEmpty();
  }

  @Test
  void whatSomebodyElseTookIsNotReleased() {
    var first = one.claims().claim(alice, ONE).await();
    var second = two.claims().claim(alice, TWO).await();

    assertThat(one.claims().release(first).await()).isFalse();

    assertThat(two.claims().release(second).await()).isTrue();
  }

  @Test
  void whatWasClaimedInALaterTermIsNotReleased() {
    var first = one.claims().claim(alice, ONE).await();
    nodes.forgetClaim(alice);
    var again = nodes.join("one");
    var second = again.claims().claim(alice, ONE).await();
    assertThat(second.epoch()).isEqualTo(first.epoch());

    one.claims().release(first).await();

    assertThat(again.claims().release(second).await()).isTrue();
  }

  @Test
  void aNodeWhoseLeaseIsOverClaimsNothingAndLearnsOfIt() {
    var claim = two.claims().claim(alice, TWO).await();
    nodes.expire("one");

    assertThatThrownBy(() -> one.claims().claim(alice, ONE).await())
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(one.lease().holds()).isFalse();
    assertThat(two.claims().release(claim).await()).isTrue();
  }

  @Test
  void anAccountThatIsGoneIsNotClaimed() {
    assertThatThrownBy(() -> one.claims().claim(handle("nobody"), ONE).await())
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(one.lease().holds()).isTrue();
  }

  @Test
  void nobodyClaimsForAnotherNode() {
    assertThatThrownBy(() -> one.claims().claim(alice, TWO).await())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void ofManyWhoClaimAtOnceOneSurvivesAndEveryLoserIsNamedOnce() {
    var crowd = IntStream.range(0, CROWD).mapToObj(i -> nodes.join("node" + i)).toList();
    var random = new Random(7);
    Optional<Claim> last = Optional.empty();

    for (int round = 0; round < ROUNDS; round++) {
      var claims = allClaim(crowd, random);

      assertThat(claims.getFirst().takenFrom()).isEqualTo(last.map(Claim::node));
      for (int i = 1; i < claims.size(); i++) {
        assertThat(claims.get(i).epoch()).isEqualTo(claims.get(i - 1).epoch() + 1);
        assertThat(claims.get(i).takenFrom()).contains(claims.get(i - 1).node());
      }
      var survivor = claims.getLast();
      if (random.nextBoolean()) {
        assertThat(released(crowd, claims)).containsExactly(survivor);
        last = Optional.empty();
      } else {
        last = Optional.of(survivor);
      }
    }
  }

  /** In the order of their epochs. */
  private List<Claim> allClaim(List<Membership> crowd, Random random) {
    var order = new ArrayList<>(IntStream.range(0, CROWD).boxed().toList());
    Collections.shuffle(order, random);
    var claiming =
        order.stream()
            .map(i -> crowd.get(i).claims().claim(alice, new NodeId("node" + i)))
            .toList();
    Future.join(claiming).await();
    return claiming.stream()
        .map(Future::result)
        .sorted(Comparator.comparingLong(Claim::epoch))
        .toList();
  }

  private static List<Claim> released(List<Membership> crowd, List<Claim> claims) {
    return claims.stream()
        .filter(claim -> crowd.get(number(claim)).claims().release(claim).await())
        .toList();
  }

  private static int number(Claim claim) {
    return Integer.parseInt(claim.node().text().substring("node".length()));
  }
}
