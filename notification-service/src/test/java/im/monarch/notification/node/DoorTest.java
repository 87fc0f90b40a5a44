package im.monarch.notification.node;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.Admission.Admitted;
import im.monarch.domain.nodes.Admission.Declined;
import im.monarch.domain.nodes.NodeId;
import im.monarch.domain.nodes.NodeLoad;
import im.monarch.domain.sessions.LocalSessions;
import im.monarch.domain.sessions.SessionClaims.Claim;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.HostPort;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorTest {

  private static final NodeId NODE = new NodeId("node-1");
  private static final HostPort ADDRESS = new HostPort("10.0.0.5", 1863);

  private final LocalSessions sessions = new LocalSessions();
  private final Door door = new Door(NODE, sessions, 2);

  @Test
  void thereIsRoomUntilItIsFull() {
    seat("alice@example.com");
    assertThat(door.knock(ADDRESS)).isEqualTo(new Admitted(ADDRESS));

    seat("bob@example.com");

    assertThat(door.knock(ADDRESS)).isEqualTo(new Declined("full"));
    assertThat(door.load()).isEqualTo(new NodeLoad(NODE, 2, 0, false));
  }

  @Test
  void aClosedDoorTakesNobody() {
    door.close();

    assertThat(door.knock(ADDRESS)).isEqualTo(new Declined("draining"));
    assertThat(door.load()).isEqualTo(new NodeLoad(NODE, 0, 0, true));
  }

  private void seat(String handle) {
    sessions.seat(new Claim(new Handle(handle), NODE, 1, Optional.empty()), news -> {});
  }
}
