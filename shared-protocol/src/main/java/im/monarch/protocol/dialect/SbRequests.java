package im.monarch.protocol.dialect;

import im.monarch.protocol.command.SbRequest;
import im.monarch.protocol.command.SbRequest.Ans;
import im.monarch.protocol.command.SbRequest.Cal;
import im.monarch.protocol.command.SbRequest.Msg;
import im.monarch.protocol.command.SbRequest.Out;
import im.monarch.protocol.command.SbRequest.Usr;
import im.monarch.protocol.vocabulary.Acknowledgement;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.SwitchboardId;
import java.util.function.Function;

/**
 * What clients say to a switchboard server. One table for every dialect: there is no VER here, and
 * requests have not changed since the oldest dialect (protocol notes, 3.8).
 */
public final class SbRequests {

  public static final RequestTable<SbRequest> TABLE =
      RequestTable.<SbRequest>empty()
          .with("USR", SbRequests::begin)
          .with("ANS", SbRequests::answer)
          .with("CAL", SbRequests::call)
          .with("MSG", SbRequests::message)
          .with("OUT", in -> new Out());

  private SbRequests() {}

  private static SbRequest begin(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new Usr(trId, entitled(in, "handle", Handle::new), in.word("key")));
  }

  private static SbRequest answer(Args in) throws ArgumentException {
    var trId = in.trId();
    var handle = entitled(in, "handle", Handle::new);
    var key = in.word("key");
    return in.end(new Ans(trId, handle, key, entitled(in, "session", SwitchboardId::parse)));
  }

  /** A word that only somebody without a key can get wrong; refused like a wrong key. */
  private static <T> T entitled(Args in, String name, Function<String, T> reader)
      throws ArgumentException {
    var word = in.word(name);
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      throw ArgumentException.dismissed(ErrorCode.AUTHENTICATION_FAILED, e.getMessage());
    }
  }

  private static SbRequest call(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new Cal(trId, in.next("handle", Handle::new, ErrorCode.INVALID_USERNAME)));
  }

  /** Letters are upper case, and there are four: anything else hangs up. */
  private static SbRequest message(Args in) throws ArgumentException {
    var trId = in.trId();
    var acknowledgement = in.next("acknowledgement", Acknowledgement::valueOf);
    in.word("length");
    return in.end(new Msg(trId, acknowledgement, in.payload()));
  }
}
