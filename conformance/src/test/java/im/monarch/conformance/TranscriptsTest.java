package im.monarch.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.conformance.transcript.Transcript;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What can be said about the transcripts without a server. */
class TranscriptsTest {

  @Test
  void everyOneCanBeReadAndSaysWhereItComesFrom() {
    assertThat(Transcripts.library().transcripts())
        .isNotEmpty()
        .allSatisfy(transcript -> assertThat(transcript.sources()).isNotEmpty());
  }

  @Test
  void theServersTheyNeedAreJson() {
    assertThat(Transcripts.library().transcripts())
        .extracting(Transcript::server)
        .allSatisfy(
            server -> server.ifPresent(text -> assertThat(new JsonObject(text)).isNotNull()));
  }

  @Test
  void noTwoHaveTheSameName() {
    assertThat(Transcripts.library().transcripts())
        .extracting(Transcript::name)
        .doesNotHaveDuplicates();
  }
}
