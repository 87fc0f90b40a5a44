package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.GuidMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.RosterMessage;
import im.monarch.protocol.command.ServiceMessage;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenLinesTest {

  private static final Map<String, Dialect> DIALECTS =
      Map.ofEntries(
          entry("opening.txt", Opening.DIALECT),
          entry("cvr0.txt", Cvr0.DIALECT),
          entry("msnp2.txt", Msnp2.DIALECT),
          entry("msnp3.txt", Msnp3.DIALECT),
          entry("msnp4.txt", Msnp4.DIALECT),
          entry("msnp5.txt", Msnp5.DIALECT),
          entry("msnp6.txt", Msnp6.DIALECT),
          entry("msnp7.txt", Msnp7.DIALECT),
          entry("msnp8.txt", Msnp8.DIALECT),
          entry("msnp9.txt", Msnp9.DIALECT),
          entry("msnp10.txt", Msnp10.DIALECT),
          entry("msnp11.txt", Msnp11.DIALECT),
          entry("msnp12.txt", Msnp12.DIALECT));

  /** What is said to clients that know contacts and groups by GUID, and to them alone. */
  private static final List<Class<?>> BY_GUID = List.of(GuidMessage.class);

  /** What these clients are never told: it is about groups that have a number and no GUID. */
  private static final List<Class<?>> BY_NUMBER =
      List.of(RosterMessage.Rmg.class, RosterMessage.Reg.class, RosterMessage.Rea.class);

  /** What only clients of MSNP2 to MSNP7 ask for. */
  private static final List<Class<?>> OF_OLDER =
      List.of(DsMessage.Inf.class, NsMessage.OneList.class, NsMessage.AllGroups.class);

  /** What MSNP11 brought. */
  private static final List<Class<?>> OF_LATER =
      List.of(
          NsMessage.Sbs.class, NsMessage.Uux.class, NsMessage.Ubx.class, ServiceMessage.Gcf.class);

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

    assertThat(new String(written, UTF_8)).isEqualTo(wire(line.right()));
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

  static Stream<Arguments> filesAndWhatTheyLack() {
    return Stream.of(
        arguments("msnp2.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp3.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp4.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp5.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp6.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp7.txt", List.of(BY_GUID, OF_LATER)),
        arguments("msnp8.txt", List.of(OF_OLDER, BY_GUID, OF_LATER)),
        arguments("msnp9.txt", List.of(OF_OLDER, BY_GUID, OF_LATER)),
        arguments("msnp10.txt", List.of(OF_OLDER, BY_NUMBER, OF_LATER)),
        arguments("msnp11.txt", List.of(OF_OLDER, BY_NUMBER)),
        arguments("msnp12.txt", List.of(OF_OLDER, BY_NUMBER)));
  }

  @ParameterizedTest
  @MethodSource("filesAndWhatTheyLack")
  void everyExampleOfAMessageHasALine(String file, List<List<Class<?>>> lacking) {
    var expected =
        MESSAGES.entrySet().stream()
            .filter(
                example ->
                    lacking.stream()
                        .flatMap(List::stream)
                        .noneMatch(type -> type.isInstance(example.getValue())))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(
            Stream.of("messages", "never said")
                .flatMap(section -> GoldenLines.of(file, section).stream())
                .map(Line::left))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What ends with a payload does not end with a line. */
  private static String wire(String golden) {
    if (golden.equals(NOTHING)) {
      return "";
    }
    return golden.endsWith("\\") ? golden.substring(0, golden.length() - 1) : golden + "\r\n";
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
