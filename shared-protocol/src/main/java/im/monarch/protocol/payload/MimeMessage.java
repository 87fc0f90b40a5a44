package im.monarch.protocol.payload;

import im.monarch.protocol.frame.Payload;

/**
 * The payload of MSG: headers, an empty line, perhaps a body. One blank behind each colon; a header
 * without a value keeps that blank, as the live service wrote it.
 */
public final class MimeMessage {

  private static final String LINE_END = "\r\n";

  private final StringBuilder text = new StringBuilder("MIME-Version: 1.0" + LINE_END);

  private MimeMessage() {}

  /** A message of {@code contentType}, {@code text/x-msmsgsprofile; charset=UTF-8}. */
  public static MimeMessage of(String contentType) {
    return new MimeMessage().header("Content-Type", contentType);
  }

  /**
   * Adds a header.
   *
   * @param value without line ends; without a colon where old clients are to read it, because some
   *     take the second colon of a line for an error
   */
  public MimeMessage header(String name, Object value) {
    text.append(name).append(": ").append(value).append(LINE_END);
    return this;
  }

  /** The message without a body: it ends with the empty line that ends the headers. */
  public Payload withoutBody() {
    return Payload.utf8(text + LINE_END);
  }

  /** The message with {@code body} behind the empty line. */
  public Payload body(String body) {
    return Payload.utf8(text + LINE_END + body);
  }
}
