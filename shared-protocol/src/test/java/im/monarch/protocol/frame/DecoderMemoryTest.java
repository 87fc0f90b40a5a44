package im.monarch.protocol.frame;

import static im.monarch.protocol.frame.Stream.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DecoderMemoryTest {

  private static final int MANY = 4 << 20;

  @Test
  void aNewDecoderHoldsNothing() {
    assertThat(Stream.open().decoder().held()).isZero();
  }

  @Test
  void anIdleDecoderHoldsNothing() throws MalformedFrameException {
    var stream = Stream.open().feed("CH").feed("G 9 NLN\r\nPNG\r").feed("\n");

    assertThat(stream.frames()).hasSize(2);
    assertThat(stream.decoder().held()).isZero();
  }

  @Test
  void aDecoderThatHasCutAPayloadHoldsNothing() throws MalformedFrameException {
    var stream = Stream.open().feed("UUX 1 3\r\n1").feed("23");

    assertThat(stream.frames()).hasSize(1);
    assertThat(stream.decoder().held()).isZero();
  }

  /** Looking at every byte again for every byte that comes would take hours, copying it too. */
  @Test
  @Timeout(value = 30, threadMode = SEPARATE_THREAD)
  void aLineByteByByteIsScannedAndCopiedInLinearTime() throws MalformedFrameException {
    var stream = new Stream(new FrameLimits(MANY, 0));
    var one = new byte[] {'x'};
    for (int i = 0; i < MANY; i++) {
      stream.feed(one);
      assertThatNothingIsComplete(stream);
    }

    stream.feed("\r\n");

    assertThat(stream.frames()).containsExactly(frame("x".repeat(MANY)));
  }

  @Test
  @Timeout(value = 30, threadMode = SEPARATE_THREAD)
  void aPayloadByteByByteIsCopiedInLinearTime() throws MalformedFrameException {
    var stream = new Stream(new FrameLimits(100, MANY)).feed("UUX 1 " + MANY + "\r\n");
    var one = new byte[] {'x'};
    for (int i = 0; i < MANY; i++) {
      assertThatNothingIsComplete(stream);
      stream.feed(one);
    }

    var frames = stream.frames();

    assertThat(frames.getFirst().payload().length()).isEqualTo(MANY);
  }

  @Test
  @Timeout(value = 30, threadMode = SEPARATE_THREAD)
  void aChunkOfManyLinesIsCutInLinearTime() throws MalformedFrameException {
    var stream = new Stream(FrameLimits.BEFORE_SIGN_IN).feed("PNG\n".repeat(MANY / 4));

    assertThat(stream.frames()).hasSize(MANY / 4);
  }

  @Test
  void aHalfLineHoldsNoMoreThanTwiceWhatHasArrived() throws MalformedFrameException {
    var stream = Stream.open();
    for (int i = 0; i < 80; i++) {
      stream.feed(filled(100));
      assertThatNothingIsComplete(stream);
    }

    assertThat(stream.decoder().held()).isLessThanOrEqualTo(2 * 8_000);
  }

  private static byte[] filled(int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  private static void assertThatNothingIsComplete(Stream stream) throws MalformedFrameException {
    if (stream.decoder().next().isPresent()) {
      throw new AssertionError("a frame before its end");
    }
  }
}
