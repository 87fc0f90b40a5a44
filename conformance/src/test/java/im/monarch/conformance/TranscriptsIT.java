package im.monarch.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import im.monarch.conformance.harness.LiveWorld;
import im.monarch.conformance.harness.Servers;
import im.monarch.conformance.harness.ServersExtension;
import im.monarch.conformance.harness.Topology;
import im.monarch.conformance.stage.Stage;
import im.monarch.conformance.transcript.Transcript;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every transcript, against a server of one process and of several. {@code -Dmonarch.transcripts=}
 * plays only those whose name contains the given text, {@code -Dmonarch.topology=} only on that
 * one.
 */
@ExtendWith(ServersExtension.class)
class TranscriptsIT {

  /** Also played with each byte in a write of its own: what the documents show must survive it. */
  private static final String BYTE_BY_BYTE = "sources/";

  /** About what exists in one process only. */
  private static final String IN_ONE_PROCESS = "one-process/";

  private static final String CHOSEN = System.getProperty("monarch.transcripts", "");

  /**
   * Those in which something has to have arrived at another node and nothing on the wire shows that
   * it has, or that say where dispatch sends people.
   */
  private static final Set<String> AT_ONE_NODE =
      Set.of(
          "lists/news-before-the-list.txt",
          "properties/before-the-list.txt",
          "sign-in/dispatch-names-the-bound-address.txt");

  private static final String CHOSEN_TOPOLOGY = System.getProperty("monarch.topology", "");

  private record Play(Topology topology, Transcript transcript) {

    String configuration() {
      return transcript.server().orElse("");
    }

    String name() {
      return transcript.name() + ' ' + topology;
    }
  }

  /** Those that need the same server come one after the other. */
  @TestFactory
  Stream<DynamicTest> everyTranscriptPlays(Servers servers) {
    return Transcripts.library().transcripts().stream()
        .flatMap(TranscriptsIT::deliveries)
        .filter(transcript -> transcript.name().contains(CHOSEN))
        .flatMap(TranscriptsIT::plays)
        .sorted(
            Comparator.comparing(Play::configuration).thenComparing(play -> play.topology().name()))
        .map(play -> dynamicTest(play.name(), () -> perform(play, servers)));
  }

  private static Stream<Play> plays(Transcript transcript) {
    return topologies(transcript)
        .filter(topology -> CHOSEN_TOPOLOGY.isEmpty() || topology.name().equals(CHOSEN_TOPOLOGY))
        .map(topology -> new Play(topology, transcript));
  }

  /** So many processes are started once: what needs a configuration of its own has fewer. */
  private static Stream<Topology> topologies(Transcript transcript) {
    if (transcript.name().startsWith(IN_ONE_PROCESS)) {
      return Stream.of(Topology.SINGLE);
    }
    return transcript.server().isPresent() || isAtOneNode(transcript)
        ? Stream.of(Topology.SINGLE, Topology.SPLIT)
        : Stream.of(Topology.SINGLE, Topology.SPREAD);
  }

  private static boolean isAtOneNode(Transcript transcript) {
    return AT_ONE_NODE.stream().anyMatch(transcript.name()::startsWith);
  }

  private static Stream<Transcript> deliveries(Transcript transcript) {
    return transcript.name().startsWith(BYTE_BY_BYTE)
        ? Stream.of(transcript, transcript.byteByByte())
        : Stream.of(transcript);
  }

  private static void perform(Play play, Servers servers) throws IOException {
    var overlay = play.transcript().server().map(JsonObject::new).orElseGet(JsonObject::new);
    var server = servers.get(play.topology(), overlay);

    new Stage(new LiveWorld(server)).play(play.transcript());

    assertThat(server.takeComplaints()).as("complaints in the log").isEmpty();
  }
}
