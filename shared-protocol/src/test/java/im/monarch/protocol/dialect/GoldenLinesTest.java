package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.dialect.GoldenLines.Line;
import im.monarch.protocol.frame.Frame;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.PayloadVerbs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenLinesTest {

  private static final Map<String, Dialect> DIALECTS =
      Map.of(
          "opening.txt", Opening.DIALECT,
          "cvr0.txt", Cvr0.DIALECT,
          "msnp2.txt", Msnp2.DIALECT,
          "msnp3.txt", Msnp3.DIALECT,
          "msnp4.txt", Msnp4.DIALECT,
          "msnp5.txt", Msnp5.DIALECT,
          "msnp6.txt", Msnp6.DIALECT,
          "msnp7.txt", Msnp7.DIALECT,
          "msnp8.txt", Msnp8.DIALECT,
          "msnp9.txt", Msnp9.DIALECT);

  /** What stands for a message that a dialect leaves out. */
  private static final String NOTHING = "nothing";

  private static final Map<String, NsMessage> MESSAGES = ExampleMessages.byName();

  static Stream<Line> forDispatch() {
    return lines("everywhere", "dispatch");
  }

  static Stream<Line> forNotification() {
    return lines("everywhere", "notification");
  }

  static Stream<Line> messages() {
    return lines("messages");
  }

  private static Stream<Line> lines(String... sections) {
    return DIALECTS.keySet().stream()
        .sorted()
        .flatMap(file -> Arrays.stream(sections).flatMap(s -> GoldenLines.of(file, s).stream()));
  }

  @ParameterizedTest
  @MethodSource("forDispatch")
  void aDispatchServerReads(Line line) throws MalformedFrameException {
    assertThat(notation(dialect(line).dsRequests().read(frame(line)))).isEqualTo(line.right());
  }

  @ParameterizedTest
  @MethodSource("forNotification")
  void aNotificationServerReads(Line line) throws MalformedFrameException {
    assertThat(notation(dialect(line).nsRequests().read(frame(line)))).isEqualTo(line.right());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aServerWrites(Line line) {
    assertThat(MESSAGES).containsKey(line.left());

    var written = new NsEncoder(dialect(line).traits()).encode(MESSAGES.get(line.left()));

    var expected = line.right().equals(NOTHING) ? "" : line.right() + "\r\n";
    assertThat(new String(written, UTF_8)).isEqualTo(expected);
  }

  @Test
  void everyFormOfRequestHasALine() {
    var read =
        Stream.concat(forDispatch(), forNotification())
            .map(line -> line.right().replaceFirst("\\[.*", ""))
            .collect(Collectors.toSet());

    assertThat(read).containsAll(names(forms(NsRequest.class)));
  }

  @Test
  void everyFormOfMessageHasAnExample() {
    var examples = MESSAGES.values().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(examples).containsAll(forms(NsMessage.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "msnp2.txt",
        "msnp3.txt",
        "msnp4.txt",
        "msnp5.txt",
        "msnp6.txt",
        "msnp7.txt",
        "msnp8.txt",
        "msnp9.txt"
      })
  void everyExampleOfAMessageHasALine(String file) {
    assertThat(
            Stream.of("messages", "never said")
                .flatMap(section -> GoldenLines.of(file, section).stream())
                .map(Line::left))
        .containsExactlyInAnyOrderElementsOf(MESSAGES.keySet());
  }

  private static Dialect dialect(Line line) {
    return DIALECTS.get(line.place().replaceFirst(":.*", ""));
  }

  private static Frame frame(Line line) throws MalformedFrameException {
    var wire = line.left().replace("\\r\\n", "\r\n");
    var decoder = new FrameDecoder(FrameLimits.SIGNED_IN, PayloadVerbs.OF_CLIENTS);
    decoder.feed((wire.contains("\r\n") ? wire : wire + "\r\n").getBytes(UTF_8));
    return decoder.next().orElseThrow();
  }

  private static String notation(Reading<?> reading) {
    return switch (reading) {
      case Reading.Understood<?>(var request) -> request.toString();
      case Reading.Refused<?>(var trId, var code) -> "refused " + code.number() + ' ' + trId;
      case Reading.Dismissed<?>(var trId, var code) -> "dismissed " + code.number() + ' ' + trId;
      case Reading.Foreign<?> foreign -> "foreign";
    };
  }

  /** The records of a sealed family. */
  private static Set<Class<?>> forms(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(sub -> forms(sub).stream())
            .collect(Collectors.toSet())
        : Set.of(type);
  }

  private static List<String> names(Set<Class<?>> types) {
    return types.stream().map(Class::getSimpleName).toList();
  }
}
