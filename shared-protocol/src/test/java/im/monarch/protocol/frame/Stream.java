package im.monarch.protocol.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** A decoder under test, and short ways to feed it. */
final class Stream {

  private final FrameDecoder decoder;

  Stream(FrameLimits limits) {
    this.decoder = new FrameDecoder(limits, PayloadVerbs.OF_CLIENTS);
  }

  /** A stream of a signed-in client. */
  static Stream open() {
    return new Stream(FrameLimits.SIGNED_IN);
  }

  Stream feed(String text) {
    return feed(text.getBytes(UTF_8));
  }

  Stream feed(byte[] chunk) {
    decoder.feed(chunk);
    return this;
  }

  /** Everything that is complete by now. */
  List<Frame> frames() throws MalformedFrameException {
    var frames = new ArrayList<Frame>();
    for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
      frames.add(frame.get());
    }
    return frames;
  }

  FrameDecoder decoder() {
    return decoder;
  }

  static Frame frame(String verb, String... words) {
    return new Frame(verb, List.of(words), Payload.NONE);
  }

  static Frame frame(Payload payload, String verb, String... words) {
    return new Frame(verb, List.of(words), payload);
  }
}
