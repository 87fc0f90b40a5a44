package im.monarch.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.domain.presence.Moment;
import im.monarch.domain.sessions.News;
import im.monarch.protocol.vocabulary.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeparturesTest {

  private final List<News> told = new ArrayList<>();
  private final Departures departures = new Departures(told::add);

  @Test
  void manyAreToldOfInPieces() {
    var gone = new HashMap<Handle, Moment>();
    for (int i = 0; i < 1_001; i++) {
      gone.put(new Handle("user" + i + "@example.com"), new Moment(i, 0));
    }

    departures.tell(gone);

    assertThat(told).hasSize(3);
    var all = new HashMap<Handle, Moment>();
    told.forEach(news -> all.putAll(((News.Departed) news).last()));
    assertThat(all).isEqualTo(gone);
  }

  @Test
  void nobodyIsNothingToTell() {
    departures.tell(Map.of());

    assertThat(told).isEmpty();
  }
}
