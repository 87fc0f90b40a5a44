package im.monarch.notification.conversation;

import im.monarch.domain.clients.Products;
import im.monarch.domain.clients.Products.Form;
import im.monarch.notification.conversation.NsState.Ended;
import im.monarch.notification.conversation.NsState.SignedIn;
import im.monarch.protocol.command.DsMessage;
import im.monarch.protocol.command.NsMessage;
import im.monarch.protocol.command.ServiceMessage;
import im.monarch.protocol.command.ServiceRequest.Chl;
import im.monarch.protocol.command.ServiceRequest.Qry;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Step;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** CHL and QRY: whether a client knows the key of the product it says it is. */
final class Challenges {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Implementations differ in how they pad anything but 20 digits. */
  private static final int DIGITS = 20;

  private static final int BASE = 10;

  private final Products products;

  Challenges(Products products) {
    this.products = products;
  }

  /** The server's own challenge, to go behind the answer to the first CHG. */
  Step<NsState, NsMessage> challenge(SignedIn session) {
    return challenge(session, TrId.ASYNCHRONOUS);
  }

  /** A client may ask for one. */
  Step<NsState, NsMessage> challenge(SignedIn session, Chl chl) {
    return challenge(session, chl.trId());
  }

  private static Step<NsState, NsMessage> challenge(SignedIn session, TrId trId) {
    var text =
        RANDOM.ints(DIGITS, 0, BASE).mapToObj(Integer::toString).collect(Collectors.joining());
    return Step.to(
        session.with(session.progress().challengedWith(text)), new ServiceMessage.Chl(trId, text));
  }

  /** An answer that nobody asked for is a wrong one. */
  Step<NsState, NsMessage> verify(SignedIn session, Qry qry) {
    boolean right =
        session.progress().challenge().map(text -> answers(session, qry, text)).orElse(false);
    return right
        ? Step.to(
            session.with(session.progress().unchallenged()), new ServiceMessage.Qry(qry.trId()))
        : Step.to(
            Ended.after(session), new DsMessage.Refusal(ErrorCode.CHALLENGE_FAILED, qry.trId()));
  }

  private boolean answers(SignedIn session, Qry qry, String challenge) {
    var digest = qry.digest().utf8();
    return switch (session.dialect().traits().challengeScheme()) {
      case NONE -> false;
      case DIGEST -> products.accept(Form.DIGEST, qry.product(), challenge, digest);
      case MIXED_DIGEST -> products.accept(Form.MIXED_DIGEST, qry.product(), challenge, digest);
    };
  }
}
