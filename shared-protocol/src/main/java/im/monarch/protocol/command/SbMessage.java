package im.monarch.protocol.command;

import im.monarch.protocol.frame.Payload;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.Participant;
import im.monarch.protocol.vocabulary.SwitchboardId;
import im.monarch.protocol.vocabulary.TrId;

/** Everything a switchboard server may say. */
public sealed interface SbMessage {

  /** USR: the session has begun. {@code USR 1 OK alice@example.com Alice} */
  record UsrOk(TrId trId, Participant self) implements SbMessage {}

  /**
   * IRO: somebody who was there before. {@code IRO 1 1 2 alice@example.com Alice}
   *
   * @param index 1 to {@code count}
   */
  record Iro(TrId trId, int index, int count, Participant participant) implements SbMessage {}

  /** ANS: everybody has been named, and hears you from here on. {@code ANS 1 OK} */
  record AnsOk(TrId trId) implements SbMessage {}

  /** CAL: their client has been asked. {@code CAL 2 RINGING 11752013} */
  record Ringing(TrId trId, SwitchboardId session) implements SbMessage {}

  /** JOI: somebody came; for those who were there already. {@code JOI bob@example.com Bob} */
  record Joi(Participant participant) implements SbMessage {}

  /**
   * BYE: somebody left. {@code BYE bob@example.com 1}
   *
   * @param idle whether it was because nothing had happened for too long
   */
  record Bye(Handle handle, boolean idle) implements SbMessage {}

  /**
   * MSG: what somebody said, for everybody else. {@code MSG alice@example.com Alice 136}
   *
   * @param line command line and payload as {@link im.monarch.protocol.dialect.SbSpeaker} wrote
   *     them, shared by everybody who hears it
   */
  record Msg(Payload line) implements SbMessage {}

  /** ACK: it went to everybody else. {@code ACK 4} */
  record Ack(TrId trId) implements SbMessage {}

  /** NAK: nobody got it. {@code NAK 8} */
  record Nak(TrId trId) implements SbMessage {}

  /** A request refused by number. {@code 217 6} */
  record Refusal(ErrorCode code, TrId trId) implements SbMessage {}
}
