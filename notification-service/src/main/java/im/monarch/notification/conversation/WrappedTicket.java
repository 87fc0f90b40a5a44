package im.monarch.notification.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/**
 * A ticket as clients send it: {@code t=...&p=...}, alone, with the ampersand still escaped as in
 * the XML they read it from, or all of it escaped as in an address (protocol notes, 5.6).
 */
final class WrappedTicket {

  private WrappedTicket() {}

  /** The ticket in {@code word}; a ticket itself has neither percent signs nor ampersands. */
  static String unwrap(String word) {
    var text = decoded(word);
    var ticket = text.startsWith("t=") ? text.substring(2) : text;
    int end = ticket.indexOf('&');
    return end < 0 ? ticket : ticket.substring(0, end);
  }

  private static String decoded(String word) {
    if (word.indexOf('%') < 0) {
      return word;
    }
    try {
      return URLDecoder.decode(word, UTF_8);
    } catch (IllegalArgumentException e) {
      return word; // a percent sign that escapes nothing: no ticket, whatever it is
    }
  }
}
