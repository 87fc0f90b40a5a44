package im.monarch.protocol.frame;

import static im.monarch.protocol.frame.Stream.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {

  private static final String NAMES = "Zoë%20✓\uD83D\uDE00";
  private static final String PAYLOAD = "é\r\nOUT\r\n✓";

  /** Everything that makes cutting hard, in one stream. */
  private static final String RECORDED =
      "VER 1 MSNP9 MSNP8 CVR0\r\n"
          + "CVR \t 2   0x0409\twinnt 5.1 i386 MSNMSGR 6.0.0602 \r\n"
          + ("SDC 3 " + NAMES + " " + PAYLOAD.getBytes(UTF_8).length + "\r\n" + PAYLOAD)
          + "PNG\n"
          + "QRY 4 PROD0038W!61ZTF9 0\r\n"
          + "UUX 5 3\na\nb"
          + ("REA 6 bob@example.com " + NAMES + "\n")
          + "OUT\r\n";

  private static final List<Frame> EXPECTED =
      List.of(
          frame("VER", "1", "MSNP9", "MSNP8", "CVR0"),
          frame("CVR", "2", "0x0409", "winnt", "5.1", "i386", "MSNMSGR", "6.0.0602"),
          frame(Payload.utf8(PAYLOAD), "SDC", "3", NAMES, "12"),
          frame("PNG"),
          frame("QRY", "4", "PROD0038W!61ZTF9", "0"),
          frame(Payload.utf8("a\nb"), "UUX", "5", "3"),
          frame("REA", "6", "bob@example.com", NAMES),
          frame("OUT"));

  @Test
  void aStreamInOneChunkIsCutIntoItsFrames() throws MalformedFrameException {
    assertThat(Stream.open().feed(RECORDED).frames()).isEqualTo(EXPECTED);
  }

  @Test
  void aStreamSplitInTwoAtAnyByteGivesTheSameFrames() throws MalformedFrameException {
    var bytes = RECORDED.getBytes(UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      var stream = Stream.open().feed(Arrays.copyOfRange(bytes, 0, cut));
      var frames = stream.frames();

      frames.addAll(stream.feed(Arrays.copyOfRange(bytes, cut, bytes.length)).frames());

      assertThat(frames).as("cut at %d", cut).isEqualTo(EXPECTED);
    }
  }

  @Test
  void aStreamByteByByteGivesTheSameFrames() throws MalformedFrameException {
    var stream = Stream.open();
    var frames = new ArrayList<Frame>();
    for (byte one : RECORDED.getBytes(UTF_8)) {
      frames.addAll(stream.feed(new byte[] {one}).frames());
    }
    assertThat(frames).isEqualTo(EXPECTED);
  }

  @Test
  void chunksFedBeforeAnybodyAsksGiveTheSameFrames() throws MalformedFrameException {
    var stream = Stream.open();
    for (byte one : RECORDED.getBytes(UTF_8)) {
      stream.feed(new byte[] {one});
    }
    assertThat(stream.frames()).isEqualTo(EXPECTED);
  }

  @Test
  void framesAreHandedOutOneAtATime() throws MalformedFrameException {
    var decoder = Stream.open().feed("PNG\r\nOUT\r\n").decoder();

    var first = decoder.next();

    assertThat(first).contains(frame("PNG"));
    assertThat(decoder.pending()).isEqualTo("OUT\r\n".length());
  }

  @Test
  void anEmptyChunkChangesNothing() throws MalformedFrameException {
    assertThat(Stream.open().feed("PN").feed("").feed("G\r\n").feed("").frames())
        .containsExactly(frame("PNG"));
  }

  @Test
  void blanksAndTabsInAnyNumberSeparateWords() throws MalformedFrameException {
    assertThat(Stream.open().feed("  \t CHG\t\t 9    NLN\t \r\n").frames())
        .containsExactly(frame("CHG", "9", "NLN"));
  }

  @Test
  void aPayloadMayLookLikeCommands() throws MalformedFrameException {
    assertThat(Stream.open().feed("MSG 4 U 9\r\n\r\nOUT\r\n\r\nPNG\r\n").frames())
        .containsExactly(
            frame(Payload.utf8("\r\nOUT\r\n\r\n"), "MSG", "4", "U", "9"), frame("PNG"));
  }

  @Test
  void aPayloadIsCountedInBytes() throws MalformedFrameException {
    assertThat(Stream.open().feed("QRY 1 x 3\r\n✓PNG\r\n").frames())
        .containsExactly(frame(Payload.utf8("✓"), "QRY", "1", "x", "3"), frame("PNG"));
  }

  @Test
  void aPayloadMayHoldAnyByte() throws MalformedFrameException {
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    assertThat(Stream.open().feed("MSG 4 D 256\r\n").feed(bytes.clone()).frames())
        .containsExactly(frame(Payload.wrap(bytes), "MSG", "4", "D", "256"));
  }

  @Test
  void anEmptyPayloadIsThereAtOnce() throws MalformedFrameException {
    assertThat(Stream.open().feed("SDC 5 0\r\n").frames()).containsExactly(frame("SDC", "5", "0"));
  }

  @Test
  void anotherVerbMayEndInANumber() throws MalformedFrameException {
    assertThat(Stream.open().feed("CHG 9 NLN 5\r\nPNG\r\n").frames())
        .containsExactly(frame("CHG", "9", "NLN", "5"), frame("PNG"));
  }

  @Test
  void whatIsBehindAMalformedLineWasCutBefore() throws MalformedFrameException {
    var decoder = Stream.open().feed("PNG\r\n\r\n").decoder();

    var first = decoder.next();

    assertThat(first).contains(frame("PNG"));
  }
}
