package im.monarch.protocol.command;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.TrId;

/** Answers of the small services of a notification server. */
public sealed interface ServiceMessage extends NsMessage {

  /**
   * URL. {@code URL 15 /cgi-bin/HoTMaiL https://login.example.com/ppsecure/md5auth.srf?lc=1033 2}
   *
   * @param page where to go after signing in there
   * @param login where to sign in
   * @param site number of the site
   */
  record Url(TrId trId, String page, String login, int site) implements ServiceMessage {}

  /** SND, SDC: taken. {@code SND 4 OK} */
  record Invited(TrId trId, String verb) implements ServiceMessage {}

  /** IMS. {@code IMS 9 0 OFF} */
  record Ims(TrId trId, boolean on) implements ServiceMessage {}

  /** CHL: prove that you are a known client. {@code CHL 0 15570131571988941333} */
  record Chl(TrId trId, String challenge) implements ServiceMessage {}

  /** QRY: proven. {@code QRY 11} */
  record Qry(TrId trId) implements ServiceMessage {}

  /** GCF: the file. {@code GCF 9 Shields.xml 145} */
  record Gcf(TrId trId, String file, Payload content) implements ServiceMessage {}
}
