package im.monarch.domain.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.domain.switchboards.Invitation;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.RingAnswer.NotReachable;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.SwitchboardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingingTest {

  private static final Handle BOB = new Handle("bob@example.com");
  private static final Claim CLAIM = new Claim(BOB, new NodeId("n-1"), 7, Optional.empty());
  private static final Invitation INVITATION =
      new Invitation(
          new SwitchboardId(1),
          new HostPort("127.0.0.1", 1865),
          new Key("k"),
          new Handle("alice@example.com"),
          FriendlyName.ofPlain("Alice"),
          BOB);

  private final LocalSessions sessions = new LocalSessions();
  private final List<News> heard = new ArrayList<>();

  @Test
  void nobodyWithoutASessionIsReachable() {
    var answer = sessions.ring(INVITATION);

    assertThat(answer.result()).isEqualTo(new NotReachable());
  }

  @Test
  void theSessionOfTheCalleeDecides() {
    sessions.seat(CLAIM, heard::add);
    var answer = sessions.ring(INVITATION);

    assertThat(answer.isComplete()).isFalse();
    assertThat(heard).singleElement().isInstanceOf(News.Invited.class);
    ((News.Invited) heard.getFirst()).answer().complete(new NotReachable());
    assertThat(answer.result()).isEqualTo(new NotReachable());
  }

  @Test
  void aSessionThatLeftHearsNothing() {
    sessions.seat(CLAIM, heard::add);
    sessions.leave(CLAIM);

    assertThat(sessions.ring(INVITATION).result()).isEqualTo(new NotReachable());
    assertThat(heard).isEmpty();
  }
}
