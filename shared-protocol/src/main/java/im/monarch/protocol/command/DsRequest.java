package im.monarch.protocol.command;

import im.monarch.protocol.vocabulary.ClientDescription;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;
import java.util.List;

/**
 * Everything a client may say to a dispatch server. A notification server understands all of it
 * too, because clients remember its address and come without a detour.
 */
public sealed interface DsRequest extends NsRequest {

  /** VER: the dialects the client speaks, best first. {@code VER 1 MSNP9 MSNP8 CVR0} */
  record Ver(TrId trId, List<String> dialects) implements DsRequest {
    public Ver {
      dialects = List.copyOf(dialects);
    }
  }

  /** CVR: what the client is. {@code CVR 2 0x0409 winnt 5.1 i386 MSNMSGR 6.0.0602 MSMSGS a@b.c} */
  record Cvr(TrId trId, ClientDescription client) implements DsRequest {}

  /** CVQ: the same question from a client that shares no dialect with us. */
  record Cvq(TrId trId, ClientDescription client) implements DsRequest {}

  /** INF: how one may sign in. {@code INF 2} */
  record Inf(TrId trId) implements DsRequest {}

  /** USR: who wants to sign in. {@code USR 3 TWN I alice@example.com} */
  record UsrInitial(TrId trId, Handle handle) implements DsRequest {}

  /** OUT: good-bye. Has no transaction id. */
  record Out() implements DsRequest {}
}
