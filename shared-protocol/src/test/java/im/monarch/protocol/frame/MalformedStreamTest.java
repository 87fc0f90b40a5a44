package im.monarch.protocol.frame;

import static im.monarch.protocol.frame.Stream.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedStreamTest {

  private static final FrameLimits TINY = new FrameLimits(10, 5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QRY\r\n",
        "QRY 1 x -1\r\n",
        "QRY 1 x +1\r\n",
        "QRY 1 x 1234567890\r\n",
        "QRY 1 x 99999999999999999999\r\n",
        "QRY 1 x abc\r\n",
        "QRY 1 x 0x10\r\n",
        "QRY 1 x ٣\r\n",
        "QRY 1 x 1.5\r\n"
      })
  void aPayloadLengthThatIsNoneHangsUp(String line) {
    assertMalformed(Stream.open().feed(line), "without a payload length");
  }

  @Test
  void aPayloadOfTheLimitIsTaken() throws MalformedFrameException {
    assertThat(new Stream(TINY).feed("UUX 1 5\r\n12345").frames())
        .containsExactly(frame(Payload.utf8("12345"), "UUX", "1", "5"));
  }

  @Test
  void aPayloadOverTheLimitIsRefusedBeforeItArrives() {
    assertMalformed(new Stream(TINY).feed("UUX 1 6\r\n"), "payload of 6 bytes");
  }

  @Test
  void beforeSignInThereAreNoPayloads() {
    assertMalformed(new Stream(FrameLimits.BEFORE_SIGN_IN).feed("MSG 1 U 1\r\nx"), "payload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890\r\n", "1234567890\n", "é2345678\n"})
  void aLineOfTheLimitIsTaken(String line) throws MalformedFrameException {
    assertThat(new Stream(TINY).feed(line).frames()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901\r\n", "12345678901\n", "é234567890\n"})
  void aLineOneByteOverTheLimitHangsUp(String line) {
    assertMalformed(new Stream(TINY).feed(line), "longer than 10 bytes");
  }

  @Test
  void aLineOverTheLimitHangsUpBeforeItEnds() {
    assertMalformed(new Stream(TINY).feed("12345678901"), "longer than 10 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "1234567890\r"})
  void aLineOfTheLimitMayStillEnd(String line) throws MalformedFrameException {
    assertThat(new Stream(TINY).feed(line).frames()).isEmpty();
  }

  @Test
  void aCarriageReturnThatEndsNoLineCounts() {
    assertMalformed(new Stream(TINY).feed("123456789\rx"), "longer than 10 bytes");
  }

  @Test
  void lineEndingsSplitAtTheLimitAreStillLineEndings() throws MalformedFrameException {
    var stream = new Stream(TINY).feed("1234567890");
    assertThat(stream.frames()).isEmpty();
    stream.feed("\r");
    assertThat(stream.frames()).isEmpty();

    stream.feed("\n");

    assertThat(stream.frames()).containsExactly(frame("1234567890"));
  }

  @Test
  void newLimitsHoldFromTheNextFrameOn() throws MalformedFrameException {
    var stream = new Stream(TINY).feed("PNG\r\n12345678901\r\nUUX 1 9\r\n123456789");
    var first = stream.decoder().next();

    stream.decoder().limit(new FrameLimits(11, 9));

    assertThat(first).contains(frame("PNG"));
    assertThat(stream.frames())
        .containsExactly(frame("12345678901"), frame(Payload.utf8("123456789"), "UUX", "1", "9"));
  }

  @Test
  void aPayloadOnItsWayKeepsTheLimitItsLineMet() throws MalformedFrameException {
    var stream = new Stream(TINY).feed("UUX 1 5\r\n12");
    assertThat(stream.frames()).isEmpty();

    stream.decoder().limit(new FrameLimits(10, 0));

    assertThat(stream.feed("345").frames())
        .containsExactly(frame(Payload.utf8("12345"), "UUX", "1", "5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHG 9\u0000NLN\r\n",
        "CHG\u00079\r\n",
        "CHG 9\rNLN\r\n",
        "CHG 9 \u007F\r\n",
        "é\u0001\n"
      })
  void controlCharactersHangUp(String line) {
    assertMalformed(Stream.open().feed(line), "control character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "   \r\n", "\t\n", "\r\r\n"})
  void aBlankLineHangsUp(String line) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> Stream.open().feed(line).frames());
  }

  @Test
  void invalidUtf8HangsUp() {
    assertMalformed(Stream.open().feed(bytes('R', 0xC3, '(', '\n')), "not UTF-8");
  }

  @Test
  void overlongUtf8HangsUp() {
    assertMalformed(Stream.open().feed(bytes('R', 0xC0, 0xAF, '\n')), "not UTF-8");
  }

  @Test
  void surrogatesInUtf8HangUp() {
    assertMalformed(Stream.open().feed(bytes('R', 0xED, 0xA0, 0x80, '\n')), "not UTF-8");
  }

  @Test
  void aCharacterCutOffByTheLineEndHangsUp() {
    assertMalformed(Stream.open().feed(bytes('R', 0xE2, 0x9C, '\r', '\n')), "not UTF-8");
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static void assertMalformed(Stream stream, String reason) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(stream::frames)
        .withMessageContaining(reason);
  }
}
