package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest;
import im.monarch.protocol.dialect.GoldenLines.Line;
import im.monarch.protocol.dialect.Traits.Participants;
import im.monarch.protocol.frame.FrameDecoder;
import im.monarch.protocol.frame.FrameLimits;
import im.monarch.protocol.frame.MalformedFrameException;
import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.frame.PayloadVerbs;
import im.monarch.protocol.vocabulary.Capabilities;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.protocol.vocabulary.TrId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SwitchboardLinesTest {

  private static final String FILE = "switchboard.txt";
  private static final TrId TR_ID = new TrId(7);
  private static final Participant BOB =
      new Participant(
          new Handle("bob@example.com"),
          new FriendlyName("Bob%20B"),
          new Capabilities(1_342_554_172));

  private static final Map<String, SbMessage> MESSAGES =
      Stream.of(
              new SbMessage.UsrOk(TR_ID, BOB),
              new SbMessage.Iro(TR_ID, 1, 2, BOB),
              new SbMessage.AnsOk(TR_ID),
              new SbMessage.Ringing(TR_ID, new SwitchboardId(11_752_013)),
              new SbMessage.Joi(BOB),
              new SbMessage.Bye(BOB.handle(), false),
              new SbMessage.Bye(BOB.handle(), true),
              new SbMessage.Ack(TR_ID),
              new SbMessage.Nak(TR_ID),
              new SbMessage.Refusal(ErrorCode.NOT_ONLINE, TR_ID),
              new SbMessage.Refusal(ErrorCode.BAD_DATA_MESSAGE, TR_ID))
          .collect(Collectors.toMap(SwitchboardLinesTest::name, message -> message));

  /** Its own text, unless that goes on and on about Bob. */
  private static String name(SbMessage message) {
    return message.toString().contains("Participant")
        ? message.getClass().getSimpleName()
        : message.toString();
  }

  static Stream<Line> requests() {
    return GoldenLines.of(FILE, "switchboard").stream();
  }

  static Stream<Line> messages() {
    return GoldenLines.of(FILE, "messages").stream();
  }

  static Stream<Line> messagesWithClientIds() {
    return GoldenLines.of(FILE, "messages with client ids").stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aSwitchboardServerReads(Line line) throws MalformedFrameException {
    assertThat(notation(read(line.left()))).isEqualTo(line.right());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aSwitchboardServerWrites(Line line) {
    assertThat(written(Msnp9.DIALECT.traits(), line)).isEqualTo(line.right() + "\r\n");
  }

  @ParameterizedTest
  @MethodSource("messagesWithClientIds")
  void clientIdsAreForThoseWhoKnowThem(Line line) {
    var traits = Msnp9.DIALECT.traits().with(Participants.WITH_CLIENT_ID);

    assertThat(written(traits, line)).isEqualTo(line.right() + "\r\n");
  }

  @Test
  void everyExampleOfAMessageHasALine() {
    assertThat(messages().map(Line::left)).containsExactlyInAnyOrderElementsOf(MESSAGES.keySet());
    assertThat(messagesWithClientIds().map(Line::left))
        .containsExactlyInAnyOrderElementsOf(MESSAGES.keySet());
  }

  @Test
  void whatIsSaidIsHandedOnByteForByte() {
    var bytes = new byte[1_664];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    var line = new SbSpeaker(BOB).line(Payload.wrap(bytes)).shared();

    var head = "MSG bob@example.com Bob%20B 1664\r\n".getBytes(UTF_8);
    assertThat(line).startsWith(head).endsWith(bytes).hasSize(head.length + bytes.length);
  }

  @Test
  void lengthsAreBytes() {
    var speaker =
        new SbSpeaker(new Participant(BOB.handle(), new FriendlyName("Zoë"), Capabilities.NONE));

    var line = speaker.line(Payload.utf8("Grüße"));

    assertThat(line.utf8()).isEqualTo("MSG bob@example.com Zoë 7\r\nGrüße");
  }

  @Test
  void emptyMessagesAreMessages() {
    assertThat(new SbSpeaker(BOB).line(Payload.NONE).utf8())
        .isEqualTo("MSG bob@example.com Bob%20B 0\r\n");
  }

  @Test
  void everybodyHearsTheSameBytes() {
    var line = new SbSpeaker(BOB).line(Payload.utf8("hello"));
    var encoder = new SbEncoder(Msnp8.DIALECT.traits());

    assertThat(encoder.encode(new SbMessage.Msg(line))).isSameAs(line.shared());
  }

  private static String written(Traits traits, Line line) {
    assertThat(MESSAGES).containsKey(line.left());
    return new String(new SbEncoder(traits).encode(MESSAGES.get(line.left())), UTF_8);
  }

  private static Reading<SbRequest> read(String text) throws MalformedFrameException {
    var wire = text.replace("\\r\\n", "\r\n");
    var decoder = new FrameDecoder(FrameLimits.SIGNED_IN, PayloadVerbs.OF_CLIENTS);
    decoder.feed((wire.contains("\r\n") ? wire : wire + "\r\n").getBytes(UTF_8));
    return SbRequests.TABLE.read(decoder.next().orElseThrow());
  }

  private static String notation(Reading<?> reading) {
    return switch (reading) {
      case Reading.Understood<?>(var request) -> request.toString();
      case Reading.Refused<?>(var trId, var code) -> "refused " + code.number() + ' ' + trId;
      case Reading.Dismissed<?>(var trId, var code) -> "dismissed " + code.number() + ' ' + trId;
      case Reading.Foreign<?> foreign -> "foreign";
    };
  }
}
