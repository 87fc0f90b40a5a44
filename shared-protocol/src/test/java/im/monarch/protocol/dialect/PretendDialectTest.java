package im.monarch.protocol.dialect;

import static im.monarch.protocol.frame.Payload.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.dialect.Traits.PingAnswer;
import im.monarch.protocol.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dialect is one class: what it changes, and nothing else. */
class PretendDialectTest {

  /** A dialect that says HEY for PNG, and is answered without seconds. */
  static final class Pretend {

    static final Dialect DIALECT =
        Msnp9.DIALECT
            .revisedAs("PRETEND")
            .traits(traits -> traits.with(PingAnswer.BARE))
            .notification(requests -> requests.without("PNG").with("HEY", Grammars::ping));

    private Pretend() {}
  }

  @Test
  void itIsAgreedOnBeforeOlderOnes() {
    var all = new ArrayList<>(List.of(Pretend.DIALECT));
    all.addAll(Dialects.ALL.newestFirst());

    var agreed = new Dialects(all).negotiate(List.of("MSNP9", "pretend", "CVR0"));

    assertThat(agreed).contains(Pretend.DIALECT);
  }

  @Test
  void itReadsWhatItChanged() {
    assertThat(read(Pretend.DIALECT, "HEY"))
        .isEqualTo(new Reading.Understood<>(new NsRequest.Png()));
    assertThat(read(Pretend.DIALECT, "PNG")).isInstanceOf(Reading.Foreign.class);
  }

  @Test
  void itReadsWhatItKept() {
    assertThat(read(Pretend.DIALECT, "SYN", "8", "0"))
        .isEqualTo(read(Msnp9.DIALECT, "SYN", "8", "0"));
    assertThat(read(Pretend.DIALECT, "OUT")).isEqualTo(read(Opening.DIALECT, "OUT"));
  }

  @Test
  void itWritesByItsTraits() {
    assertThat(written(Pretend.DIALECT)).isEqualTo("QNG\r\n");
  }

  @Test
  void theDialectItRevisesStaysAsItIs() {
    assertThat(read(Msnp9.DIALECT, "PNG")).isEqualTo(new Reading.Understood<>(new NsRequest.Png()));
    assertThat(read(Msnp9.DIALECT, "HEY")).isInstanceOf(Reading.Foreign.class);
    assertThat(written(Msnp9.DIALECT)).isEqualTo("QNG 60\r\n");
    assertThat(Msnp9.DIALECT).hasToString("MSNP9");
  }

  @Test
  void beforeSigningInOnlyTheVerbsOfADispatchServerAreKnown() {
    assertThat(Msnp9.DIALECT.nsSignIn().verbs()).containsExactly("CVR", "OUT", "USR", "VER");
    assertThat(
            Msnp9.DIALECT.nsSignIn().read(new Frame("USR", List.of("1", "TWN", "S", "t=x"), NONE)))
        .isEqualTo(read(Msnp9.DIALECT, "USR", "1", "TWN", "S", "t=x"));
  }

  @Test
  void droppingWhatWasNeverThereIsAMistake() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Msnp9.DIALECT.notification(requests -> requests.without("XYZ")))
        .withMessage("no XYZ to drop");
  }

  private static Reading<NsRequest> read(Dialect dialect, String verb, String... words) {
    return dialect.nsRequests().read(new Frame(verb, List.of(words), NONE));
  }

  private static String written(Dialect dialect) {
    return new String(new NsEncoder(dialect.traits()).encode(new NsMessage.Qng(60)), UTF_8);
  }
}
