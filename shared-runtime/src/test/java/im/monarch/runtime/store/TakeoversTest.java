package im.monarch.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.nodes.NodeId;
import im.monarch.protocol.vocabulary.Handle;
import io.vertx.sqlclient.templates.SqlTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notes for a node that reads them when it can. */
class TakeoversTest extends StoreContract {

  @RegisterExtension static final PostgresStore POSTGRES = new PostgresStore();

  private static final String FRESH = "1 second";
  private static final String OLD = "59 minutes";

  private final NodeId node = new NodeId(handle("node").address().replace('@', '.'));
  private final Takeovers takeovers = new Takeovers(node);
  private final List<String> told = new ArrayList<>();
  private final Handle alice = handle("alice");

  @Override
  Store store() {
    return POSTGRES.store();
  }

  @BeforeEach
  void listen() {
    takeovers.onTaken((handle, epoch) -> told.add(handle.address() + ' ' + epoch));
  }

  /** The longest lease is an hour, and the node has it still. */
  @Test
  void aNodeThatWasAwayForLongIsToldAllTheSame() {
    note(7, OLD);

    readAndTell();

    assertThat(told).containsExactly(alice.address() + " 7");
  }

  @Test
  void whatWasToldIsForgotten() {
    note(7, FRESH);
    readAndTell();

    read();

    assertThat(notes()).isZero();
  }

  @Test
  void whatWasReadAndNotToldIsKept() {
    note(7, OLD);

    read();
    read();

    assertThat(notes()).isEqualTo(1);
  }

  @Test
  void whatCameAfterTheTellingIsKept() {
    note(7, OLD);
    readAndTell();
    note(9, OLD);

    read();

    assertThat(notes()).isEqualTo(1);
    readAndTell();
    assertThat(told).endsWith(alice.address() + " 9");
  }

  private void read() {
    store().database().read(takeovers::read).await();
  }

  private void readAndTell() {
    read();
    takeovers.tell();
  }

  /** Another node took the account so long ago. */
  private void note(long epoch, String age) {
    var sql =
        """
        INSERT INTO takeover (node, handle, epoch, taken_at)
        VALUES (#{node}, #{handle}, #{epoch}, clock_timestamp() - CAST('%s' AS INTERVAL))
        """
            .formatted(age);
    Map<String, Object> note =
        Map.of("node", node.text(), "handle", alice.address(), "epoch", epoch);
    store()
        .database()
        .write(connection -> SqlTemplate.forUpdate(connection, sql).execute(note))
        .await();
  }

  private int notes() {
    var sql = "SELECT 1 AS one FROM takeover WHERE node = #{node}";
    return store()
        .database()
        .read(client -> SqlTemplate.forQuery(client, sql).execute(Map.of("node", node.text())))
        .await()
        .size();
  }
}
