package im.monarch.notification.conversation;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.payload.MimeMessage;

/**
 * What is in the mailbox, which MSNP11 and later want to know when they have signed in. Here it is
 * empty: nobody's mail is on this service (protocol notes, 3.6.2).
 */
final class Mailbox {

  private static final String CONTENT_TYPE = "text/x-msmsgsinitialmdatanotification; charset=UTF-8";

  /** Messages and unread ones, in the inbox and elsewhere; then the quota, in KiB. */
  private static final String NOTHING =
      "<MD><E><I>0</I><IU>0</IU><O>0</O><OU>0</OU></E>"
          + "<Q><QTM>409600</QTM><QNM>204800</QNM></Q></MD>";

  private Mailbox() {}

  /**
   * The message for a new session.
   *
   * @param webHost where the service's pages are
   */
  static Payload empty(String webHost) {
    return MimeMessage.of(CONTENT_TYPE)
        .body(
            "Mail-Data: "
                + NOTHING
                + "\r\nInbox-URL: /cgi-bin/HoTMaiL\r\nFolders-URL: /cgi-bin/folders"
                + "\r\nPost-URL: https://"
                + webHost
                + "/\r\n");
  }
}
