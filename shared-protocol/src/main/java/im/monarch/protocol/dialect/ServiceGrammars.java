package im.monarch.protocol.dialect;

import im.monarch.protocol.command.NsRequest;
import im.monarch.protocol.command.ServiceRequest;
import im.monarch.protocol.vocabulary.Decimals;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.Handle;
import im.monarch.protocol.vocabulary.TrId;

/** How the small services are read (protocol notes, 3.3.8). */
final class ServiceGrammars {

  /** {@code addr lcid lib client X X name len}, the transaction id not counted. */
  private static final int SDC_WORDS = 8;

  /** {@code addr}, then {@code lcid lib} (MSNP3), then {@code codebase} (MSNP4). */
  private static final int MOST_SND_WORDS = 4;

  /** 1 is a mobile, 2 a watch. */
  private static final int LAST_PAGE_TYPE = 2;

  private ServiceGrammars() {}

  static NsRequest url(Args in) throws ArgumentException {
    var trId = in.trId();
    var service = in.word("service");
    in.optional("argument", word -> word);
    return in.end(new ServiceRequest.Url(trId, service));
  }

  static NsRequest send(Args in) throws ArgumentException {
    var trId = in.trId();
    return invitation(in, trId, "SND", in.left() >= 1 && in.left() <= MOST_SND_WORDS);
  }

  static NsRequest sendData(Args in) throws ArgumentException {
    var trId = in.trId();
    return invitation(in, trId, "SDC", in.left() == SDC_WORDS);
  }

  private static NsRequest invitation(Args in, TrId trId, String verb, boolean complete)
      throws ArgumentException {
    if (!complete || !isAddress(in.word("address"))) {
      throw ArgumentException.dismissed(ErrorCode.UNSPECIFIED_FAILURE, verb + " malformed");
    }
    in.rest();
    return new ServiceRequest.Invite(trId, verb);
  }

  private static boolean isAddress(String word) {
    return word.indexOf('@') > 0;
  }

  /** {@code PAG t handle len} */
  static NsRequest page(Args in) throws ArgumentException {
    var trId = in.trId();
    in.next("handle", Handle::new, ErrorCode.INVALID_PARAMETER);
    in.word("length");
    return in.end(new ServiceRequest.Page(trId));
  }

  /** {@code PGD t handle type len} */
  static NsRequest pageDevice(Args in) throws ArgumentException {
    var trId = in.trId();
    in.next("handle", Handle::new, ErrorCode.INVALID_PARAMETER);
    long type = in.next("type", word -> Decimals.parse("type", word));
    if (type < 1 || type > LAST_PAGE_TYPE) {
      throw ArgumentException.refused(ErrorCode.INVALID_PARAMETER, "no such kind of device");
    }
    in.word("length");
    return in.end(new ServiceRequest.Page(trId));
  }

  /** A command that newer clients no longer have: refused, whatever is behind it. */
  static NsRequest removed(Args in) throws ArgumentException {
    in.trId();
    throw ArgumentException.refused(ErrorCode.NOT_EXPECTED, "removed from this dialect");
  }

  /** A command that clients know and this service does not have. */
  static NsRequest missing(Args in) throws ArgumentException {
    in.trId();
    throw ArgumentException.refused(ErrorCode.NOT_EXPECTED, "not offered by this service");
  }

  /** {@code GCF 9 Shields.xml}; which files there are is not for the grammar. */
  static NsRequest configuration(Args in) throws ArgumentException {
    var trId = in.trId();
    return in.end(new ServiceRequest.Gcf(trId, in.word("file")));
  }

  static NsRequest find(Args in) throws ArgumentException {
    var trId = in.trId();
    in.rest();
    return new ServiceRequest.Fnd(trId);
  }

  static NsRequest instantMessages(Args in) throws ArgumentException {
    var trId = in.trId();
    return switch (in.word("mode")) {
      case "ON" -> in.end(new ServiceRequest.Ims(trId, true));
      case "OFF" -> in.end(new ServiceRequest.Ims(trId, false));
      default -> throw ArgumentException.foreign("IMS with another mode");
    };
  }

  static NsRequest challenge(Args in) throws ArgumentException {
    return in.end(new ServiceRequest.Chl(in.trId()));
  }

  static NsRequest query(Args in) throws ArgumentException {
    var trId = in.trId();
    var product = in.word("product");
    in.word("length");
    return in.end(new ServiceRequest.Qry(trId, product, in.payload()));
  }
}
