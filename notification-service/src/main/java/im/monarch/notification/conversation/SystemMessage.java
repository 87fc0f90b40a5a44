package im.monarch.notification.conversation;

import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.payload.MimeMessage;

/** What the service itself tells its users (protocol notes, 3.6.4). */
final class SystemMessage {

  private static final String CONTENT_TYPE = "application/x-msmsgssystemmessage";

  private SystemMessage() {}

  /** "The server goes down for maintenance in so many minutes", in the words of the client. */
  static NsMessage shutDownIn(int minutes) {
    var body = "Type: 1\r\nArg1: " + minutes + "\r\n";
    return new NsMessage.Msg(MimeMessage.of(CONTENT_TYPE).body(body));
  }
}
