package im.monarch.protocol.frame;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts frames from a stream that the network may have split anywhere. Bytes are copied once, when
 * they arrive; what is not asked for stays bytes, so a caller takes one frame at a time and may
 * change the limits in between.
 *
 * <p>Lines end with LF, a CR before it is dropped; words are separated by blanks and tabs, any
 * number of them (protocol notes, 1.2). Lines are strict UTF-8. Not thread-safe.
 */
public final class FrameDecoder {

  private static final byte[] NOTHING = {};
  private static final int FIRST_CAPACITY = 256;
  private static final int MAX_LENGTH_DIGITS = 9;

  private final Set<String> payloadVerbs;
  private FrameLimits limits;
  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  /** Where the search for the next line ending goes on, so that no byte is looked at twice. */
  private int scanned;

  /** The line whose payload has not arrived in full yet. */
  private Frame awaitingPayload;

  private int awaitedLength;

  /**
   * @param payloadVerbs commands whose last word is the length of what follows, whether or not the
   *     command is welcome now
   */
  public FrameDecoder(FrameLimits limits, Set<String> payloadVerbs) {
    this.limits = limits;
    this.payloadVerbs = payloadVerbs;
  }

  /** What holds from the next frame on. */
  public void limit(FrameLimits newLimits) {
    limits = newLimits;
  }

  /** Takes the next bytes off the network; {@code chunk} belongs to the decoder from here on. */
  public void feed(byte[] chunk) {
    if (pending() == 0) {
      hold(chunk, 0, chunk.length);
      return;
    }
    makeRoom(chunk.length);
    System.arraycopy(chunk, 0, bytes, end, chunk.length);
    end += chunk.length;
  }

  /** How many bytes wait to be cut. */
  public int pending() {
    return end - start;
  }

  /** The next complete frame, if there is one. After an exception the stream is lost. */
  public Optional<Frame> next() throws MalformedFrameException {
    if (awaitingPayload == null && !takeLine()) {
      return Optional.empty();
    }
    if (pending() < awaitedLength) {
      return Optional.empty();
    }
    var frame = awaitedLength == 0 ? awaitingPayload : withPayload(awaitingPayload);
    awaitingPayload = null;
    if (pending() == 0) {
      hold(NOTHING, 0, 0); // most connections are idle most of the time: keep no memory for them
    }
    return Optional.of(frame);
  }

  /** Whether a whole line was there; it is kept as the frame whose payload is awaited. */
  private boolean takeLine() throws MalformedFrameException {
    int newline = indexOfNewline();
    int lineEnd = withoutCarriageReturn(newline < 0 ? end : newline);
    if (lineEnd - start > limits.maxLine()) {
      throw new MalformedFrameException("line longer than " + limits.maxLine() + " bytes");
    }
    if (newline < 0) {
      return false;
    }
    var frame = frame(start, lineEnd);
    awaitedLength = payloadLength(frame);
    awaitingPayload = frame;
    start = newline + 1;
    scanned = start;
    return true;
  }

  private int indexOfNewline() {
    for (int i = scanned; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    scanned = end;
    return -1;
  }

  private int withoutCarriageReturn(int to) {
    return to > start && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  private Frame frame(int from, int to) throws MalformedFrameException {
    var words = words(text(from, to));
    if (words.isEmpty()) {
      throw new MalformedFrameException("blank line");
    }
    return new Frame(words.getFirst(), words.subList(1, words.size()), Payload.NONE);
  }

  private String text(int from, int to) throws MalformedFrameException {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return utf8(from, to);
      }
      if (isControl(bytes[i])) {
        throw new MalformedFrameException("control character in a line");
      }
    }
    return new String(bytes, from, to - from, ISO_8859_1);
  }

  private String utf8(int from, int to) throws MalformedFrameException {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
      if (text.chars().anyMatch(FrameDecoder::isControl)) {
        throw new MalformedFrameException("control character in a line");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new MalformedFrameException("line is not UTF-8");
    }
  }

  /** A tab separates words, as a blank does. */
  private static boolean isControl(int c) {
    return c == 0x7F || (c < ' ' && c != '\t');
  }

  private static List<String> words(String line) {
    var words = new ArrayList<String>(8);
    int from = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == '\t') {
        if (i > from) {
          words.add(line.substring(from, i));
        }
        from = i + 1;
      }
    }
    return words;
  }

  private int payloadLength(Frame frame) throws MalformedFrameException {
    if (!payloadVerbs.contains(frame.verb())) {
      return 0;
    }
    var word = frame.words().isEmpty() ? "" : frame.words().getLast();
    if (word.isEmpty()
        || word.length() > MAX_LENGTH_DIGITS
        || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedFrameException(frame.verb() + " without a payload length");
    }
    int length = Integer.parseInt(word);
    if (length > limits.maxPayload()) {
      throw new MalformedFrameException(
          "payload of " + length + " bytes (expected: at most " + limits.maxPayload() + ')');
    }
    return length;
  }

  private Frame withPayload(Frame frame) {
    var payload = Arrays.copyOfRange(bytes, start, start + awaitedLength);
    start += awaitedLength;
    scanned = start;
    return new Frame(frame.verb(), frame.words(), Payload.wrap(payload));
  }

  /** How much memory is held, which is more than {@link #pending} while a buffer has room. */
  int held() {
    return bytes.length;
  }

  private void makeRoom(int count) {
    if (bytes.length - end >= count) {
      return;
    }
    int held = pending();
    int seen = scanned - start;
    var roomier = new byte[Math.max(FIRST_CAPACITY, (held + count) * 2)];
    System.arraycopy(bytes, start, roomier, 0, held);
    hold(roomier, 0, held);
    scanned = Math.max(0, seen);
  }

  private void hold(byte[] array, int from, int to) {
    bytes = array;
    start = from;
    end = to;
    scanned = from;
  }
}
