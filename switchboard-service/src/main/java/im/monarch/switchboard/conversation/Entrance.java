package im.monarch.switchboard.conversation;

import static io.vertx.core.Future.succeededFuture;

import im.monarch.domain.limits.Allowance;
import im.monarch.domain.switchboards.Guest;
import im.monarch.domain.switchboards.Key;
import im.monarch.domain.switchboards.Purpose.Answering;
import im.monarch.domain.switchboards.Purpose.Beginning;
import im.monarch.domain.switchboards.Redemption;
import im.monarch.domain.switchboards.Redemption.Granted;
import im.monarch.domain.switchboards.Redemption.Refused;
import im.monarch.protocol.command.SbMessage;
import im.monarch.protocol.command.SbRequest.Ans;
import im.monarch.protocol.command.SbRequest.Usr;
import im.monarch.protocol.vocabulary.ErrorCode;
import im.monarch.protocol.vocabulary.TrId;
import im.monarch.runtime.connection.Peer;
import im.monarch.runtime.connection.Step;
import im.monarch.switchboard.conversation.SbState.Ended;
import im.monarch.switchboard.conversation.SbState.Present;
import im.monarch.switchboard.conversation.SbState.Unknown;
import im.monarch.switchboard.room.Entry.Entered;
import im.monarch.switchboard.room.Entry.NotExpected;
import im.monarch.switchboard.room.Member;
import im.monarch.switchboard.room.SbNews;
import im.monarch.switchboard.room.Switchboard;
import io.vertx.core.Future;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** USR and ANS: whatever is wrong with a key, the answer is the same. */
final class Entrance {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final SbServices services;
  private final Peer<SbNews> peer;

  Entrance(SbServices services, Peer<SbNews> peer) {
    this.services = services;
    this.peer = peer;
  }

  /** USR: a session begins. */
  Step<SbState, SbMessage> begin(Unknown state, Usr usr) {
    return switch (services.keys().begin(new Key(usr.key()), usr.handle())) {
      case Granted<Beginning>(Beginning(var guest)) -> {
        var begun = services.hall().begin(guest, peer::tell);
        var present = present(guest, begun.switchboard(), begun.owner());
        yield Step.to(present, new SbMessage.UsrOk(usr.trId(), guest.participant()));
      }
      case Refused<Beginning>(var reason) -> refuse(state, usr.trId(), reason);
    };
  }

  /** ANS: somebody follows an invitation; those who are there are named before the OK. */
  Future<Step<SbState, SbMessage>> answer(Unknown state, Ans ans) {
    return switch (services.keys().answer(new Key(ans.key()), ans.handle(), ans.session())) {
      case Granted<Answering> granted -> enter(state, ans);
      case Refused<Answering>(var reason) -> succeededFuture(refuse(state, ans.trId(), reason));
    };
  }

  private Future<Step<SbState, SbMessage>> enter(Unknown state, Ans ans) {
    var session = services.hall().find(ans.session());
    if (session.isEmpty()) {
      return succeededFuture(refuse(state, ans.trId(), Redemption.Reason.LATE));
    }
    var switchboard = session.get();
    return switchboard
        .answer(ans.handle(), peer::tell)
        .map(
            entry ->
                switch (entry) {
                  case Entered entered -> welcome(switchboard, ans.trId(), entered);
                  case NotExpected no -> refuse(state, ans.trId(), Redemption.Reason.LATE);
                });
  }

  private Step<SbState, SbMessage> welcome(Switchboard switchboard, TrId trId, Entered entered) {
    var others = entered.others();
    var messages = new ArrayList<SbMessage>();
    for (int i = 0; i < others.size(); i++) {
      messages.add(new SbMessage.Iro(trId, i + 1, others.size(), others.get(i)));
    }
    messages.add(new SbMessage.AnsOk(trId));
    return new Step<>(present(entered.guest(), switchboard, entered.self()), messages);
  }

  private Present present(Guest guest, Switchboard switchboard, Member self) {
    var failures = new Allowance(services.failedCalls(), System.nanoTime());
    return new Present(Present.dialectOf(guest), switchboard, self, failures);
  }

  private Step<SbState, SbMessage> refuse(Unknown state, TrId trId, Redemption.Reason reason) {
    LOG.atDebug().addKeyValue("client", peer.host()).log("key refused: {}", reason);
    return Step.to(
        Ended.after(state), new SbMessage.Refusal(ErrorCode.AUTHENTICATION_FAILED, trId));
  }
}
