package im.monarch.protocol.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.Participant;
import java.util.Arrays;

/**
 * Writes what one participant says. MSG looks the same in every dialect, so one array of bytes is
 * for all who hear it; and what is the same in every line of the speaker is encoded once.
 */
public final class SbSpeaker {

  private final byte[] beginning;

  public SbSpeaker(Participant speaker) {
    this.beginning = ("MSG " + speaker.handle() + ' ' + speaker.name() + ' ').getBytes(UTF_8);
  }

  /** Command line and payload: {@code MSG alice@example.com Alice 136}, CR LF, 136 bytes. */
  public Payload line(Payload said) {
    var length = (said.length() + "\r\n").getBytes(US_ASCII);
    var line = Arrays.copyOf(beginning, beginning.length + length.length + said.length());
    System.arraycopy(length, 0, line, beginning.length, length.length);
    System.arraycopy(said.shared(), 0, line, beginning.length + length.length, said.length());
    return Payload.wrap(line);
  }
}
