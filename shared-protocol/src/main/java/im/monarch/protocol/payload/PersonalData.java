package im.monarch.protocol.payload;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.PersonalMessage;

/**
 * The payload of UUX and UBX: {@code <Data><PSM>at work</PSM><CurrentMedia></CurrentMedia></Data>}.
 * Read by {@link PlainXml}, so there is nothing in it that an XML parser could be made to do.
 */
public final class PersonalData {

  /** Clients of the time stay under 1.5 KiB. */
  private static final int MAX_BYTES = 4_096;

  private static final String ROOT = "Data";
  private static final String TEXT = "PSM";
  private static final String MEDIA = "CurrentMedia";

  private PersonalData() {}

  /**
   * The message in {@code payload}; elements that are not there are empty, others are left out, and
   * no payload at all is no message.
   *
   * @throws IllegalArgumentException if it is too long, or not what a client sends
   */
  public static PersonalMessage read(Payload payload) {
    if (payload.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          payload.length() + " bytes (expected: at most " + MAX_BYTES + ')');
    }
    if (payload.length() == 0) {
      return PersonalMessage.NONE;
    }
    var elements = PlainXml.elements(ROOT, payload);
    return new PersonalMessage(elements.getOrDefault(TEXT, ""), elements.getOrDefault(MEDIA, ""));
  }

  public static Payload write(PersonalMessage message) {
    return Payload.utf8(
        "<Data><PSM>"
            + message.text()
            + "</PSM><CurrentMedia>"
            + message.media()
            + "</CurrentMedia></Data>");
  }
}
