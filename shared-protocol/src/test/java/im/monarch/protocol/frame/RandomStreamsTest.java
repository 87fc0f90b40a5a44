package im.monarch.protocol.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded: a failure repeats itself. */
class RandomStreamsTest {

  private static final int CHUNKS = 200_000;
  private static final FrameLimits LIMITS = new FrameLimits(64, 48);
  private static final int LONGEST_CHUNK = 96;

  private static final String[] PIECES = {
    "VER 1 MSNP9\r\n",
    "PNG\r\n",
    "OUT\n",
    "QRY 1 x 32\r\n",
    "UUX 2 48\r\n",
    "MSG 3 U 49\r\n",
    "SDC 4 0\r\n",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "CHG 9 NLN 5",
    "é✓",
    "\u0000",
    "x",
    "7",
    "-1"
  };

  @Test
  void nothingButMalformedFramesComesOfRandomBytes() {
    var random = new Random(20_030_714);
    var decoder = decoder();
    int frames = 0;
    int malformed = 0;
    for (int i = 0; i < CHUNKS; i++) {
      decoder.feed(chunk(random));
      try {
        frames += cut(decoder);
        assertHoldsLittle(decoder);
      } catch (MalformedFrameException e) {
        malformed++;
        decoder = decoder();
      }
    }
    assertThat(frames).isGreaterThan(CHUNKS / 10);
    assertThat(malformed).isGreaterThan(CHUNKS / 10);
  }

  private static FrameDecoder decoder() {
    return new FrameDecoder(LIMITS, PayloadVerbs.OF_CLIENTS);
  }

  private static int cut(FrameDecoder decoder) throws MalformedFrameException {
    int frames = 0;
    for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
      assertWithinLimits(frame.get());
      frames++;
    }
    return frames;
  }

  private static void assertWithinLimits(Frame frame) {
    if (frame.verb().length() > LIMITS.maxLine()
        || frame.payload().length() > LIMITS.maxPayload()
        || frame.words().contains("")) {
      throw new AssertionError("over the limits: " + frame);
    }
  }

  private static void assertHoldsLittle(FrameDecoder decoder) {
    int most = Math.max(LIMITS.maxLine() + 1, LIMITS.maxPayload());
    if (decoder.pending() > most || decoder.held() > 2 * (most + LONGEST_CHUNK) + 256) {
      throw new AssertionError(decoder.pending() + " pending, " + decoder.held() + " held");
    }
  }

  private static byte[] chunk(Random random) {
    var chunk = new ByteArrayOutputStream();
    for (int i = random.nextInt(8); i >= 0; i--) {
      if (random.nextInt(12) == 0) {
        chunk.write(random.nextInt(256));
      } else {
        chunk.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      }
    }
    return Arrays.copyOf(chunk.toByteArray(), Math.min(chunk.size(), LONGEST_CHUNK));
  }
}
