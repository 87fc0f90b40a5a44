package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ClientRelease;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.protocol.vocabulary.TrId;
import java.util.List;

/** Everything a dispatch server may say; a notification server says it as well. */
public sealed interface DsMessage extends NsMessage {

  /**
   * VER: the dialect both sides speak from here on. {@code VER 1 MSNP9}
   *
   * @param words the dialect, then {@code CVR0} where clients want to see it; {@code 0} for none
   */
  record Ver(TrId trId, List<String> words) implements DsMessage {
    public Ver {
      words = List.copyOf(words);
    }
  }

  /** CVR: the answer to a client that described itself. */
  record Cvr(TrId trId, ClientRelease release) implements DsMessage {}

  /** CVQ: the same for a client that shares no dialect with us. */
  record Cvq(TrId trId, ClientRelease release) implements DsMessage {}

  /** INF: sign in with a digest. {@code INF 2 MD5} */
  record Inf(TrId trId) implements DsMessage {}

  /** XFR: go on at another server. {@code XFR 3 NS 10.0.0.5:1863 0 10.0.0.1:1863} */
  record XfrNs(TrId trId, HostPort notification, HostPort current) implements DsMessage {}

  /** A request refused by number. {@code 911 3} */
  record Refusal(ErrorCode code, TrId trId) implements DsMessage {}

  /** OUT in answer to the client's own. */
  record Out() implements DsMessage {}
}
