package im.monarch.conformance.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MutatorTest {

  private static final List<String> DIALOGUE =
      List.of("VER 1 MSNP9 CVR0\r\n", "USR 2 TWN I alice@example.com\r\n", "OUT\r\n");

  @Test
  void theSameSeedMakesTheSameMistakes() {
    assertThat(mutated(7)).isEqualTo(mutated(7));
  }

  @Test
  void otherSeedsMakeOtherMistakes() {
    assertThat(LongStream.range(0, 100).mapToObj(MutatorTest::mutated).distinct().count())
        .isGreaterThan(90);
  }

  @Test
  void theSameSeedMakesTheSameNoise() {
    assertThat(new Noise(new Random(7)).next()).isEqualTo(new Noise(new Random(7)).next());
  }

  @Test
  void theCorpusHasWhatTheTranscriptsSay() {
    var corpus = Corpus.ofTranscripts();

    assertThat(corpus.beforeSigningIn()).anyMatch(lines -> lines.contains("CVR 6 spaghetti\r\n"));
    assertThat(corpus.signedIn())
        .anyMatch(lines -> lines.contains("SYN 8 15\r\n"))
        .noneMatch(lines -> lines.stream().anyMatch(line -> line.startsWith("VER 1 ")));
  }

  private static String mutated(long seed) {
    return new Mutator(new Random(seed)).mutated(DIALOGUE);
  }
}
