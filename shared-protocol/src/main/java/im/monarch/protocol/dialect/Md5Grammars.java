package im.monarch.protocol.dialect;

import im.monarch.protocol.command.DsRequest;
import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.vocabulary.ErrorCode;

/** How MSNP2 to MSNP7 read what leads to being signed in (protocol notes, 3.1.2 and 3.2.1). */
final class Md5Grammars {

  private Md5Grammars() {}

  /** {@code INF 2} */
  static DsRequest methods(Args in) throws ArgumentException {
    return in.end(new DsRequest.Inf(in.trId()));
  }

  /** {@code USR 3 MD5 I alice@example.com}; a step out of order or a bad handle is a failed one. */
  static DsRequest initial(Args in) throws ArgumentException {
    var trId = in.trId();
    in.literal("MD5");
    if (!in.word("step").equals("I")) {
      throw ArgumentException.dismissed(ErrorCode.AUTHENTICATION_FAILED, "USR out of order");
    }
    return in.end(new DsRequest.UsrInitial(trId, Grammars.signInHandle(in)));
  }

  /** Both steps of {@code USR MD5}, for the server that checks the answer. */
  static NsRequest steps(Args in) throws ArgumentException {
    var trId = in.trId();
    in.literal("MD5");
    return switch (in.word("step")) {
      case "I" -> in.end(new DsRequest.UsrInitial(trId, Grammars.signInHandle(in)));
      case "S" -> in.end(new NsRequest.UsrDigest(trId, in.word("digest")));
      default -> throw ArgumentException.foreign("USR with an unknown step");
    };
  }

  /** These clients ask for updates once they are signed in; nowhere else is the place for it. */
  static DsRequest introductionTooEarly(Args in) throws ArgumentException {
    in.trId();
    throw ArgumentException.dismissed(ErrorCode.MALFORMED_CLIENT_VERSION, "CVR before signing in");
  }
}
