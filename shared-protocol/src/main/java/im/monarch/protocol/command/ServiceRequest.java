package im.monarch.protocol.command;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.TrId;

/** The small services of a notification server that change nothing stored. */
public sealed interface ServiceRequest extends NsRequest {

  TrId trId();

  /** URL: where a web page of the service is. {@code URL 15 INBOX} */
  record Url(TrId trId, String service) implements ServiceRequest {}

  /** SND, SDC: invites somebody by mail to install Messenger. {@code SND 4 carol@example.com} */
  record Invite(TrId trId, String verb) implements ServiceRequest {}

  /** PAG, PGD: sends to a mobile or a watch. {@code PGD 8 bob@example.com 1 20} */
  record Page(TrId trId) implements ServiceRequest {}

  /** FND: looks for members; withdrawn in 2003. */
  record Fnd(TrId trId) implements ServiceRequest {}

  /** IMS: whether the user may be invited to conversations. {@code IMS 9 OFF} */
  record Ims(TrId trId, boolean on) implements ServiceRequest {}

  /** CHL: asks to be challenged. {@code CHL 10} */
  record Chl(TrId trId) implements ServiceRequest {}

  /**
   * QRY: the answer to a challenge. {@code QRY 11 PROD0038W!61ZTF9 32}
   *
   * @param digest 32 hex digits
   */
  record Qry(TrId trId, String product, Payload digest) implements ServiceRequest {}

  /** GCF: asks for a file of the service's configuration. {@code GCF 9 Shields.xml} */
  record Gcf(TrId trId, String file) implements ServiceRequest {}
}
